import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Reading } from '@ticket-pros/contracts/reading';
import { findPages } from '../image/find-page.ts';
import { flatSize, warpQuad } from '../image/flatten-page.ts';
import { type GreyImage, type Quad, wholeImage } from '../image/grey-image.ts';
import { mapQuad } from '../image/map-points.ts';
import { type Area, areaAround, quadOfArea } from '../text/page-word.ts';
import { drawMarks, type Mark } from './draw-marks.ts';
import type { WatchedReading } from './watch-reading.ts';

const flatSide = 1600;

/**
 * Writes what a reading did into a folder, a picture a step and page: the photo with the sheets found on it and the part whose text was read,
 * the flattened page, its words in the colour of their confidence, its labels and values; and `reading.json` with all values, also those left
 * out, and the forms that pages were recognised as. Returns the files' names.
 */
export async function writeDebug(folder: string, reading: Reading, watched: WatchedReading): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names: string[] = [];
  const write = async (name: string, content: Buffer | string): Promise<void> => {
    await writeFile(join(folder, name), content);
    names.push(name);
  };
  for (const page of watched.pages.keys()) {
    for (const [step, picture] of await drawPage(page, reading, watched))
      await write(`page-${page + 1}-${step}.jpg`, picture);
  }
  const given = new Set(reading.values.map(({ field, row }) => `${field} ${row}`));
  const values = watched.values.map(({ value, evidence: { relation, rule, score, margin } }) => ({
    ...value,
    isGiven: given.has(`${value.field} ${value.row}`),
    relation,
    rule,
    score,
    margin,
  }));
  const { engine, engineVersion, forms, timings } = reading;
  await write('reading.json', `${JSON.stringify({ engine, engineVersion, forms, timings, values }, null, 2)}\n`);
  return names;
}

async function drawPage(
  page: number,
  reading: Reading,
  watched: WatchedReading,
): Promise<[step: string, picture: Buffer][]> {
  const { photo, text } = watched.pages[page] ?? {};
  if (photo === undefined || text === undefined) return [];
  const words = watched.words.filter((word) => word.page === page);
  const sheets = findPages(photo).map(
    (quad, at): Mark => ({ quad, colour: '#1a9c4b', width: 4, text: `sheet ${at + 1}` }),
  );
  if (words.length === 0) return [['1-photo', await drawMarks(photo, sheets)]];
  const area = withMargin(areaAround(words));
  const quad = mapQuad(text.toUpright, quadOfArea(area));
  const picture = flatten(photo, quad);
  const factor = { x: picture.width / (area.right - area.left), y: picture.height / (area.bottom - area.top) };
  const onFlat = ({ left, top, right, bottom }: Area): Quad =>
    quadOfArea({
      left: (left - area.left) * factor.x,
      top: (top - area.top) * factor.y,
      right: (right - area.left) * factor.x,
      bottom: (bottom - area.top) * factor.y,
    });
  const wordMarks = words.map(
    (word): Mark => ({ quad: onFlat(word), colour: colourOf(word.confidence), text: word.text }),
  );
  const labels = watched.labels
    .filter((label) => label.page === page)
    .map(
      (label): Mark => ({
        quad: onFlat(label),
        colour: label.meanings.length === 0 ? '#8a8a8a' : '#c46a00',
        text: label.meanings.map(({ field }) => field).join(' / ') || 'of no field',
      }),
    );
  const given = new Map(reading.values.map((value) => [`${value.field} ${value.row}`, value.confidence]));
  const values = watched.values.flatMap(({ value, evidence }): Mark[] => {
    const found = evidence.words.filter((word) => word.page === page);
    if (found.length === 0) return [];
    const confidence = given.get(`${value.field} ${value.row}`);
    const name = value.row > 0 ? `${value.field.split('.')[1]} ${value.row}` : value.field;
    const said = confidence === undefined ? 'left out' : `${Math.round(100 * confidence)} %`;
    return [
      {
        quad: onFlat(areaAround(found)),
        colour: colourOf(confidence ?? 0),
        text: `${name}: ${value.normalized} (${said})`,
        fill: true,
      },
    ];
  });
  const form = reading.forms.find((one) => one.page === page);
  const recognised: Mark[] =
    form === undefined
      ? []
      : [
          {
            quad: wholeImage(picture),
            colour: '#6a2ca0',
            width: 6,
            text: `form ${form.formId}, ${Math.round(100 * form.support)} %`,
          },
        ];
  return [
    ['1-photo', await drawMarks(photo, [...sheets, { quad, colour: '#1c6fd1', width: 3, text: 'text read here' }])],
    ['2-flat', await drawMarks(picture, [])],
    ['3-words', await drawMarks(picture, wordMarks)],
    ['4-labels', await drawMarks(picture, [...labels, ...recognised])],
    ['5-values', await drawMarks(picture, values)],
  ];
}

/** What lies within four corners of the photo, pulled straight. */
function flatten(photo: GreyImage, quad: Quad): GreyImage {
  const natural = flatSize(quad, 1);
  const scale = flatSide / Math.max(natural.width, natural.height);
  const [width, height] = [
    Math.max(1, Math.round(natural.width * scale)),
    Math.max(1, Math.round(natural.height * scale)),
  ];
  return warpQuad(photo, quad, width, height).image;
}

function withMargin({ left, top, right, bottom }: Area): Area {
  const margin = 0.03 * Math.max(right - left, bottom - top);
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

/** From red over yellow to green. */
function colourOf(confidence: number): string {
  return `hsl(${Math.round(120 * Math.min(1, Math.max(0, (confidence - 0.4) / 0.55)))}, 85%, 36%)`;
}
