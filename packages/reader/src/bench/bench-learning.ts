import type { TicketType } from '@ticket-pros/contracts/field';
import { indexForms, type KnownForm } from '../forms/index-forms.ts';

import { learnFrom, type ReadImage } from './learn-from.ts';
import type { LabelledImage } from './read-labels.ts';
import { type Prediction, type Score, scorePredictions } from './score-predictions.ts';
import { toPrediction } from './to-prediction.ts';

/** What was recognised, by layout: how often as which; `none` for no form. */
export type Confusion = Map<string, Map<string, number>>;
export type LearningStep = { examples: number; score: Score; predictions: Prediction[]; confusion: Confusion };

/**
 * Learns each layout from its first images, as if a member had corrected them, and reads the others with none, one and
 * `most` learned: always the same ones, of which nothing is ever learned. `strangers` are recognised too, but do not count in the score.
 */
export async function benchLearning(
  labels: readonly LabelledImage[],
  strangers: readonly LabelledImage[],
  most: number,
  ticketType: TicketType,
  read: ReadImage,
): Promise<LearningStep[]> {
  const layouts = Map.groupBy(labels, ({ template }) => template ?? '');
  const rest = [...layouts.values()].flatMap((images) => images.slice(most));
  const steps: LearningStep[] = [];
  for (const examples of new Set([0, Math.min(1, most), most])) {
    const known: KnownForm[] = [];
    for (const [id, images] of layouts) {
      const form = await learnFrom(images.slice(0, examples), ticketType, read);
      if (form !== null) known.push({ id, form });
    }
    const index = indexForms(known);
    const predictions: Prediction[] = [];
    const confusion: Confusion = new Map();
    for (const label of [...rest, ...strangers]) {
      const reading = await read(label, index);
      count(confusion, label.template ?? '', reading?.forms[0]?.formId ?? 'none');
      if (rest.includes(label)) predictions.push(toPrediction(label.image, reading?.values ?? []));
    }
    steps.push({ examples, score: scorePredictions(rest, predictions, ticketType), predictions, confusion });
  }
  return steps;
}

function count(confusion: Confusion, layout: string, answer: string): void {
  const answers = confusion.get(layout) ?? new Map<string, number>();
  confusion.set(layout, answers.set(answer, (answers.get(answer) ?? 0) + 1));
}
