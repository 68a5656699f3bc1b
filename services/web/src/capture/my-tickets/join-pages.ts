interface Placed {
  id: string;
  receivedAt: string;
}
interface Pages<Ticket extends Placed> {
  tickets: readonly Ticket[];
  nextCursor: string | null;
}

/**
 * A first page that was loaded again, and the older ones below it that were loaded before. Where so much is new that the two no longer
 * meet, the older ones go: they can be asked for again.
 */
export function joinPages<Ticket extends Placed>(first: Pages<Ticket>, held: Pages<Ticket> | undefined): Pages<Ticket> {
  const last = first.tickets.at(-1);
  if (held === undefined || last === undefined || first.nextCursor === null) return first;
  const meets = held.tickets.findIndex(({ id }) => id === last.id);
  if (meets < 0 || meets === held.tickets.length - 1) return first;
  return { tickets: [...first.tickets, ...held.tickets.slice(meets + 1)], nextCursor: held.nextCursor };
}
