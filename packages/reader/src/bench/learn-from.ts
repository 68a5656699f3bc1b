import type { TicketType } from '@ticket-pros/contracts/field';
import type { Form } from '@ticket-pros/contracts/form';
import type { Reading } from '@ticket-pros/contracts/reading';
import { type FormIndex, noForms } from '../forms/index-forms.ts';
import { learnForm } from '../forms/learn-form.ts';
import type { LabelledImage } from './read-labels.ts';
import { toExample } from './to-example.ts';

/** Reads an image with the forms that are known; null where it can't be read. */
export type ReadImage = (label: LabelledImage, forms: FormIndex) => Promise<Reading | null>;

/** The form of a layout, learned from some of its images as if a member had corrected them; null where none could be learned. */
export async function learnFrom(
  images: readonly LabelledImage[],
  ticketType: TicketType,
  read: ReadImage,
): Promise<Form | null> {
  let form: Form | null = null;
  for (const label of images) {
    const reading = await read(label, noForms);
    const example = reading === null ? null : toExample(label, reading, ticketType);
    if (example !== null) form = learnForm(form, example, ticketType) ?? form;
  }
  return form;
}
