import type { ConfidenceModel } from './confidence-model.ts';

/** The values of one labelled ticket that was read, and whether the ticket may approve itself at all. */
export type JudgedTicket = { mayApprove: boolean; values: readonly { confidence: number; isRight: boolean }[] };

const grid = Array.from({ length: 100 }, (_, at) => Math.round((0.5 + at * 0.005) * 1000) / 1000);

/** For thresholds from 0.5 to 0.995: the tickets all of whose values reach it, their values, and how many of these are wrong. */
export function countAboveThresholds(tickets: readonly JudgedTicket[]): ConfidenceModel['thresholds'] {
  const sure = tickets
    .filter(({ mayApprove, values }) => mayApprove && values.length > 0)
    .map(({ values }) => ({
      least: Math.min(...values.map(({ confidence }) => confidence)),
      values: values.length,
      wrong: values.filter(({ isRight }) => !isRight).length,
    }));
  const all = grid.map((least) => {
    const above = sure.filter((ticket) => ticket.least >= least);
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
    return {
      least,
      tickets: above.length,
      values: sum(above.map(({ values }) => values)),
      wrong: sum(above.map(({ wrong }) => wrong)),
    };
  });
  // of thresholds that change nothing the lowest is told
  return all.filter((row, at) => row.tickets > 0 && row.tickets !== all[at - 1]?.tickets);
}
