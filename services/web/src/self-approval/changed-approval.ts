import type { SelfApproval } from '@ticket-pros/contracts/self-approval';

/** What is sent to the API: what changes, and nothing else. */
export interface ApprovalChange {
  errorTarget?: number;
  ticketTypes?: { key: string; approvesItself: boolean }[];
}

/** What was chosen and is not saved: a target, and for some ticket types whether they approve themselves. */
export interface ApprovalEdits {
  errorTarget?: number;
  types: Readonly<Record<string, boolean>>;
}

/** What differs between what holds and what was chosen, with how many changes that is. */
export function changedApproval(
  saved: SelfApproval,
  { errorTarget, types }: ApprovalEdits,
): { change: ApprovalChange; count: number } {
  const ticketTypes = saved.ticketTypes.flatMap(({ key, approvesItself }) => {
    const wanted = types[key] ?? approvesItself;
    return wanted === approvesItself ? [] : [{ key, approvesItself: wanted }];
  });
  const target = errorTarget === undefined || errorTarget === saved.errorTarget ? {} : { errorTarget };
  return {
    change: { ...target, ...(ticketTypes.length === 0 ? {} : { ticketTypes }) },
    count: ticketTypes.length + Object.keys(target).length,
  };
}
