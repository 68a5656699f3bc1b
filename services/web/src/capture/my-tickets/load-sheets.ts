/** The ticket and the receipts at large, which come with a tap. */
export async function loadSheets() {
  const [ticket, receipts] = await Promise.all([
    import('./detail/ticket-sheet.tsx'),
    import('./receipts/receipts-sheet.tsx'),
  ]);
  return { TicketSheet: ticket.default, ReceiptsSheet: receipts.default };
}
