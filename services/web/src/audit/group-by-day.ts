import type { AuditEvent } from '@ticket-pros/contracts/audit';

/** The events of one calendar day in a zone. */
export interface DayOfEvents {
  /** As ISO writes it. */
  day: string;
  events: AuditEvent[];
}

/** The calendar day of a moment in a zone, as ISO writes it. */
export function dayIn(timeZone: string, moment: Date): string {
  return moment.toLocaleDateString('en-CA', { timeZone });
}

/** Events, which are in the order of their times, by their days. */
export function groupByDay(events: readonly AuditEvent[], timeZone: string): DayOfEvents[] {
  const days: DayOfEvents[] = [];
  for (const event of events) {
    const day = dayIn(timeZone, new Date(event.at));
    const last = days.at(-1);
    if (last?.day === day) last.events.push(event);
    else days.push({ day, events: [event] });
  }
  return days;
}
