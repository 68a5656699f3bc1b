const dayMs = 86_400_000;

/** Calendar days in the zone from now to the moment: 0 on the day itself, less than 0 once that day is over. */
export function daysLeft(moment: string, timeZone: string, now: Date): number {
  const dayOf = (date: Date) => Date.parse(date.toLocaleDateString('en-CA', { timeZone }));
  return Math.round((dayOf(new Date(moment)) - dayOf(now)) / dayMs);
}
