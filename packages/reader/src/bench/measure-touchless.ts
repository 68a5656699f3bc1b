import type { TicketType } from '@ticket-pros/contracts/field';
import type { ReadValue } from '@ticket-pros/contracts/value';
import { approvesItself } from '../confidence/approves-itself.ts';
import { mayApproveItself } from '../confidence/may-approve-itself.ts';
import type { JudgedValue } from './judge-values.ts';
import type { LabelledImage } from './read-labels.ts';

/** A ticket that was read: its label, and its values as they compare with it. */
export type ReadTicket = { label: LabelledImage; judged: readonly JudgedValue[] };

export type Touchless = {
  tickets: number;
  approved: number;
  values: number;
  wrong: number;
  /** Labelled values of approved tickets that were not given. */
  missed: number;
  /** The share of tickets that a threshold chosen with these very labels would let through with no more errors: how well confidence sorts. */
  atBest: number;
};

/** Which tickets approve themselves at an error target, and how many of their values are wrong. */
export function measureTouchless(
  tickets: readonly ReadTicket[],
  ticketType: TicketType,
  errorTarget: number,
): Touchless {
  const approved = tickets.filter(({ judged }) =>
    approvesItself({ values: judged.map(({ value }) => value), ticketType, errorTarget }),
  );
  const counts = approved.map(countValues);
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  return {
    tickets: tickets.length,
    approved: approved.length,
    values: sum(counts.map(({ values }) => values)),
    wrong: sum(counts.map(({ wrong }) => wrong)),
    missed: sum(counts.map(({ missed }) => missed)),
    atBest: atBest(tickets, errorTarget),
  };
}

/** Whether nothing on a ticket is written by hand but its signature. */
export function isPrinted({ label }: ReadTicket): boolean {
  return Object.entries(label.fields).every(([name, { kind }]) => name === 'signed_by' || kind === 'printed');
}

function countValues({ label, judged }: ReadTicket): { values: number; wrong: number; missed: number } {
  const given = new Set(judged.map(({ value }) => value.field));
  const cells = judged.filter(({ value, isRight }) => value.row > 0 && isRight).length;
  const labelledCells = label.lineItems.reduce(
    (all, item) => all + Object.values(item).filter((text) => text !== '').length,
    0,
  );
  const wrongCells = judged.filter(({ value, isRight }) => value.row > 0 && !isRight).length;
  return {
    values: judged.length,
    wrong: judged.filter(({ isRight }) => !isRight).length,
    missed:
      Object.keys(label.fields).filter((name) => !given.has(name)).length +
      Math.max(0, labelledCells - cells - wrongCells),
  };
}

function atBest(tickets: readonly ReadTicket[], errorTarget: number): number {
  const sorted = tickets
    .filter(({ judged }) => mayApproveItself(judged.map(({ value }) => value.field)))
    .sort((a, b) => leastConfidence(b) - leastConfidence(a));
  let [values, wrong, most] = [0, 0, 0];
  for (const [at, ticket] of sorted.entries()) {
    values += ticket.judged.length;
    wrong += ticket.judged.filter(({ isRight }) => !isRight).length;
    if (wrong <= errorTarget * values) most = at + 1;
  }
  return tickets.length === 0 ? 0 : most / tickets.length;
}

function leastConfidence({ judged }: ReadTicket): number {
  return Math.min(...judged.map(({ value }: { value: ReadValue }) => value.confidence));
}
