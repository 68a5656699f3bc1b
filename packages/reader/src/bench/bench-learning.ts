import type { TicketType } from '@ticket-pros/contracts/field';
import type { Form } from '@ticket-pros/contracts/form';
import type { Reading } from '@ticket-pros/contracts/reading';
import { type FormIndex, indexForms, type KnownForm } from '../forms/index-forms.ts';
import { learnForm } from '../forms/learn-form.ts';

import type { LabelledImage } from './read-labels.ts';
import { type Prediction, type Score, scorePredictions } from './score-predictions.ts';
import { toExample } from './to-example.ts';
import { toPrediction } from './to-prediction.ts';

/** Reads an image with the forms that are known; null where it can't be read. */
export type ReadImage = (label: LabelledImage, forms: FormIndex) => Promise<Reading | null>;

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

async function learnFrom(
  images: readonly LabelledImage[],
  ticketType: TicketType,
  read: ReadImage,
): Promise<Form | null> {
  let form: Form | null = null;
  for (const label of images) {
    const reading = await read(label, indexForms([]));
    const example = reading === null ? null : toExample(label, reading, ticketType);
    if (example !== null) form = learnForm(form, example, ticketType) ?? form;
  }
  return form;
}

function count(confusion: Confusion, layout: string, answer: string): void {
  const answers = confusion.get(layout) ?? new Map<string, number>();
  confusion.set(layout, answers.set(answer, (answers.get(answer) ?? 0) + 1));
}
