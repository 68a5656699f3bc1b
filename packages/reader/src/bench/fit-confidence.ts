import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { ReferenceLists } from '@ticket-pros/contracts/reference-lists';
import { callerPath } from '../caller-path.ts';
import { type ConfidenceModel, confidenceModelPath } from '../confidence/confidence-model.ts';
import { countAboveThresholds, type JudgedTicket } from '../confidence/count-above-thresholds.ts';
import { crossFit, type JudgedExample } from '../confidence/cross-fit.ts';
import { describeEvidence } from '../confidence/describe-evidence.ts';
import type { Example } from '../confidence/fit-weights.ts';
import { mayApproveItself } from '../confidence/may-approve-itself.ts';
import { calibrationError } from '../confidence/measure-calibration.ts';
import { type FormIndex, indexForms, noForms } from '../forms/index-forms.ts';
import { createTextEngine } from '../text/create-text-engine.ts';
import { readLists } from './bench-options.ts';
import { drawReliability } from './draw-reliability.ts';
import { judgeValues } from './judge-values.ts';
import { learnFrom, type ReadImage } from './learn-from.ts';
import { readLabelled } from './read-labelled.ts';
import { type LabelledImage, MissingLabelsError, readLabels } from './read-labels.ts';
import { rememberPages } from './remember-pages.ts';

const usage = `Usage: fit:confidence <folder with labels.jsonl> [--remember <folder>] [--lists lists.json]… [--dry]

Fits the reader's confidence on labelled tickets, such as those of draw:tickets, and writes confidence-model.json; with --dry only tells what
a fit would bring, judged on layouts that it did not see. Tickets are read without lists of names, once more with each of the given
ones, such as those of make-lists with and --without-true, and with the form that the first ticket of their layout teaches.`;

const unsaid = new Set(['unit', 'weight_unit']);

/** How a ticket is read: what the account knows, under a name that tells its readings apart. */
type Way = { name: string; lists: ReferenceLists; forms: FormIndex };

/**
 * Reads all tickets, and remembers of each value what spoke for it and whether it was right: without lists, with each of the given ones,
 * and, all but the first ticket of a layout, with the form that the first one taught.
 */
async function collect(
  root: string,
  remember: string | undefined,
  lists: readonly ReferenceLists[],
): Promise<Example[]> {
  const engine = rememberPages(createTextEngine(), remember);
  const settings = { ticketType: fieldTicketType, dayOrder: 'month-first' as const };
  const readPlainly: ReadImage = (label) => readLabelled(root, label, engine, { ...settings, lists: {} });
  const plainWays = lists.map((list, at): Way => ({ name: `lists ${at}`, lists: list, forms: noForms }));
  const examples: Example[] = [];
  try {
    for (const images of Map.groupBy(await readLabels(root), ({ template }) => template).values()) {
      const form = await learnFrom(images.slice(0, 1), fieldTicketType, readPlainly);
      const taught: Way[] =
        form === null ? [] : [{ name: 'form', lists: {}, forms: indexForms([{ id: 'form', form }]) }];
      for (const label of images) {
        for (const way of label === images[0] ? plainWays : [...plainWays, ...taught]) {
          examples.push(...(await collectFrom(label, way)));
        }
      }
    }
  } finally {
    await engine.close();
  }
  return examples;

  async function collectFrom(label: LabelledImage, { name, lists, forms }: Way): Promise<Example[]> {
    const found: Omit<Example, 'isRight'>[] = [];
    const values: Parameters<typeof judgeValues>[1][number][] = [];
    await readLabelled(root, label, engine, { ...settings, lists }, forms, {
      value: (value, evidence) => {
        values.push(value);
        found.push({
          ticket: `${label.image} ${name}`,
          layout: label.template ?? label.image,
          type: evidence.type,
          field: value.field,
          description: describeEvidence(evidence),
        });
      },
    });
    const judged = judgeValues(label, values, fieldTicketType);
    return found.flatMap((example, at): Example[] => {
      // a unit that stands in a label alone may be told or left out
      const isUnsaid = unsaid.has(example.field) && label.fields[example.field] === undefined;
      return isUnsaid ? [] : [{ ...example, isRight: judged[at]?.isRight ?? false }];
    });
  }
}

function toTickets(judged: readonly JudgedExample[]): JudgedTicket[] {
  return [...Map.groupBy(judged, ({ ticket }) => ticket).values()].map((values) => ({
    mayApprove: mayApproveItself(values.map(({ field }) => field)),
    values: values.map(({ probability, isRight }) => ({ confidence: probability, isRight })),
  }));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      remember: { type: 'string' },
      lists: { type: 'string', multiple: true, default: [] },
      dry: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals[0] === undefined) throw new MissingLabelsError(usage);
  const remember = values.remember === undefined ? undefined : callerPath(values.remember);
  const lists = await Promise.all(values.lists.map((path) => readLists(callerPath(path))));
  const examples = await collect(callerPath(positionals[0]), remember, [{}, ...lists]);
  const { model, judged } = crossFit(examples);
  // values below this are not given at all
  const given = judged.filter(({ probability }) => probability >= 0.25);
  const fitted: ConfidenceModel = {
    fittedOn: {
      tickets: new Set(examples.map(({ ticket }) => ticket)).size,
      layouts: new Set(examples.map(({ layout }) => layout)).size,
      values: examples.length,
    },
    ...model,
    thresholds: countAboveThresholds(toTickets(given)),
  };
  const confidences = given.map(({ probability, isRight }) => ({ confidence: probability, isRight }));
  console.log(`${examples.length} values of ${fitted.fittedOn.tickets} tickets, each judged without its layout:`);
  console.log(drawReliability(confidences));
  console.log(`ECE ${calibrationError(confidences).toFixed(4)}`);
  for (const row of fitted.thresholds) console.log(JSON.stringify(row));
  if (!values.dry) await writeFile(confidenceModelPath, `${JSON.stringify(fitted, null, 2)}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof MissingLabelsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
