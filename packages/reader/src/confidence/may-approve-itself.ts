const fewestValues = 4;

/** Whether a ticket with values for these fields has what a record needs at least: a number, a date, and two more. */
export function mayApproveItself(fields: readonly string[]): boolean {
  return fields.includes('ticket_number') && fields.includes('date') && fields.length >= fewestValues;
}
