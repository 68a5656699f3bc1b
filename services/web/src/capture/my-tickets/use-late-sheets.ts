import { useEffect, useState } from 'react';

async function loadSheets() {
  const [ticket, receipts] = await Promise.all([
    import('./detail/ticket-sheet.tsx'),
    import('./receipts/receipts-sheet.tsx'),
  ]);
  return { TicketSheet: ticket.default, ReceiptsSheet: receipts.default };
}

export type LateSheets = Awaited<ReturnType<typeof loadSheets>>;

const calmMs = 4_000;

/**
 * What is not needed for the first tap: asked for when it is wanted, or a while after the start. null as long as it is not here, which
 * may be for long without signal.
 */
export function useLateSheets(wanted: boolean, online: boolean): { sheets: LateSheets | null; failed: boolean } {
  const [sheets, setSheets] = useState<LateSheets | null>(null);
  const [failed, setFailed] = useState(false);
  const missing = sheets === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal coming back is a reason to ask again
  useEffect(() => {
    if (!missing) return;
    const load = () => {
      setFailed(false);
      loadSheets().then(setSheets, () => setFailed(true));
    };
    const timer = setTimeout(load, wanted ? 0 : calmMs);
    return () => clearTimeout(timer);
  }, [missing, wanted, online]);
  return { sheets, failed };
}
