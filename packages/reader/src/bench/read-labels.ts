import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const textOrNull = z.string().nullish();

/** Left, top, width and height, in pixels of the upright image. */
const labelledBoxSchema = z.array(z.number()).length(4);

/** What stands on one image: its fields as printed and in normal form, labels without a value, and line items. */
const labelledImageSchema = z.object({
  image: z.string().min(1),
  condition: z.string().default('all'),
  /** The printed layout. */
  template: z.string().optional(),
  fields: z.record(
    z.string(),
    z.object({
      value: z.string(),
      normalized: z.string().optional(),
      kind: z.string().default('printed'),
      box: labelledBoxSchema.optional(),
    }),
  ),
  blank: z.array(z.string()).default([]),
  lineItems: z.array(z.record(z.string(), z.unknown())).default([]),
});
export type LabelledImage = Omit<z.infer<typeof labelledImageSchema>, 'lineItems'> & {
  lineItems: Record<string, string>[];
  /** The area of each line item, in their order; null where the label does not tell. */
  lineItemBoxes?: (LabelledBox | null)[];
};
type LabelledBox = z.infer<typeof labelledBoxSchema>;

/** The cells of a line item that hold text; whatever else the label says about it is left out. */
function cellsOf(item: Record<string, unknown>): Record<string, string> {
  const cells = Object.entries(item).flatMap(([column, cell]) => {
    const text = textOrNull.safeParse(cell);
    return text.success && typeof text.data === 'string' ? [[column, text.data] as const] : [];
  });
  return Object.fromEntries(cells);
}

/** The labels of a folder could not be read; the message says in one sentence what to do. */
export class MissingLabelsError extends Error {}

/**
 * Reads `labels.jsonl` of a folder, one image a line.
 * @throws MissingLabelsError where there is no such file or a line is not in its form.
 */
export async function readLabels(folder: string): Promise<LabelledImage[]> {
  const path = join(folder, 'labels.jsonl');
  const text = await readFile(path, 'utf8').catch(() => {
    throw new MissingLabelsError(`No labels found at ${path}: give a folder that holds images and their labels.jsonl.`);
  });
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseLine(line, `${path}, line ${i + 1}`)]));
}

function parseLine(line: string, where: string): LabelledImage {
  try {
    const label = labelledImageSchema.parse(JSON.parse(line));
    const boxes = label.lineItems.map((item) => labelledBoxSchema.safeParse(item.box).data ?? null);
    return { ...label, lineItems: label.lineItems.map(cellsOf), lineItemBoxes: boxes };
  } catch {
    throw new MissingLabelsError(`${where} is not a label: each line has to be JSON with "image" and "fields".`);
  }
}
