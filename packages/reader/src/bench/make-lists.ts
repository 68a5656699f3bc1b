import { parseArgs } from 'node:util';
import { listedFields, type ReferenceListName, type ReferenceLists } from '@ticket-pros/contracts/reference-lists';
import { callerPath } from '../caller-path.ts';
import { inventDecoy, type Random } from './invent-decoys.ts';
import { MissingLabelsError, readLabels } from './read-labels.ts';

const usage = `Usage: make-lists <folder with labels.jsonl> [--decoys 20] [--seed 1] [--without-true] > lists.json

The lists of an account whose tickets these are: each value of a listed field as it is written, and invented entries.
--without-true: the invented ones alone, to see how often one is taken for a value that is on no list.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: {
      decoys: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
      'without-true': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (folder === undefined) throw new MissingLabelsError(usage);
  const labels = await readLabels(callerPath(folder));
  const random = seeded(Number(values.seed));
  const lists: ReferenceLists = {};
  for (const list of Object.keys(listedFields) as ReferenceListName[]) {
    const written = labels.flatMap(({ fields }) => listedFields[list].flatMap((name) => fields[name]?.value ?? []));
    const known = new Map(written.map((entry) => [fold(entry), entry]));
    const decoys = new Map<string, string>();
    for (const entry of known.values()) {
      const wanted = decoys.size + Number(values.decoys);
      // where there are no more numbers of its length, fewer do
      for (let tries = 0; decoys.size < wanted && tries < 400; tries++) {
        const decoy = inventDecoy(list, entry, tries % 2 === 0, random);
        if (!known.has(fold(decoy))) decoys.set(fold(decoy), decoy);
      }
    }
    const entries = [...(values['without-true'] ? [] : known.values()), ...decoys.values()];
    lists[list] = shuffle(entries, random);
  }
  console.log(JSON.stringify(lists, null, 1));
}

function fold(entry: string): string {
  return entry.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Numbers from 0 up to 1, the same for the same seed (the generator is Mulberry32). */
function seeded(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffle<T>(entries: readonly T[], random: Random): T[] {
  return entries
    .map((entry) => ({ entry, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof MissingLabelsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
