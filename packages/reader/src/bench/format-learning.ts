import type { Confusion, LearningStep } from './bench-learning.ts';
import { f1 } from './tally.ts';

/** What learning brought, as tables for people: F1 by the number of examples, and which layout was taken for which. */
export function formatLearning(steps: readonly LearningStep[], learned: ReadonlySet<string>): string {
  const lines = steps.map(({ examples, score, confusion }) => {
    const kinds = ['printed', 'handwritten'].map((kind) => {
      const tally = score.byKind.get(kind);
      return (tally === undefined ? '-' : (100 * f1(tally)).toFixed(1)).padStart(13);
    });
    const { right, wrong, none, strangers } = countAnswers(confusion, examples === 0 ? new Set() : learned);
    const blanks = `${score.blanks.filled}/${score.blanks.labelled}`;
    const cells = (100 * f1(score.cells)).toFixed(1);
    const counts = [cells, blanks, right, wrong, none, strangers].map((cell) => String(cell).padStart(10));
    return `${String(examples).padStart(8)}${kinds.join('')}${counts.join('')}`;
  });
  const heads = ['cells', 'blanks', 'right', 'wrong', 'none', 'strangers'].map((name) => name.padStart(10)).join('');
  return [
    `\n${'learned'.padStart(8)}${'printed F1'.padStart(13)}${'handwritten'.padStart(13)}${heads}`,
    ...lines,
    '\nright, wrong, none: forms recognised. strangers: papers of no learned form taken for none of them.',
    ...steps.slice(-1).map(({ confusion }) => formatConfusion(confusion)),
  ].join('\n');
}

function countAnswers(
  confusion: Confusion,
  learned: ReadonlySet<string>,
): { right: number; wrong: number; none: number; strangers: string } {
  const counts = { right: 0, wrong: 0, none: 0 };
  let [strangers, left] = [0, 0];
  for (const [layout, answers] of confusion) {
    for (const [answer, number] of answers) {
      const isStranger = !learned.has(layout);
      if (isStranger) strangers += number;
      if (isStranger && answer === 'none') left += number;
      else if (answer === layout) counts.right += number;
      else counts[answer === 'none' ? 'none' : 'wrong'] += number;
    }
  }
  return { ...counts, strangers: `${left}/${strangers}` };
}

function formatConfusion(confusion: Confusion): string {
  const answers = [...new Set([...confusion.values()].flatMap((row) => [...row.keys()]))].sort();
  const width = (name: string): number => Math.max(8, name.length + 2);
  const head = `${'layout / taken for'.padEnd(22)}${answers.map((name) => name.padStart(width(name))).join('')}`;
  const rows = [...confusion].map(
    ([layout, row]) =>
      layout.padEnd(22) + answers.map((name) => String(row.get(name) ?? 0).padStart(width(name))).join(''),
  );
  return `\n${[head, ...rows].join('\n')}`;
}
