import type { PageSize } from '@ticket-pros/contracts/reading';
import type { ExampleValue } from '../forms/locate-value.ts';
import { type PageWord, quadOfArea } from '../text/page-word.ts';

/**
 * A printed form that was made up: the name of its issuer, its print, and where the value of each field begins, in pixels of a page
 * lying flat. The issuer's name stands in the place of `company`.
 */
export type MadeUpForm = {
  issuer: string;
  print: readonly (readonly [left: number, top: number, text: string])[];
  fields: Readonly<Record<string, readonly [left: number, top: number]>>;
};

/** How a page lies in its photo, and what became of its words. */
export type Shot = {
  /** Clockwise, in degrees. */
  turn?: number;
  scale?: number;
  /** By how much the far edge is shorter, as a share. */
  keystone?: number;
  /** What stands below this height on the page is cut off. */
  cutBelow?: number;
  /** Share of the words that are missing, and of those that are misread by a letter. */
  missing?: number;
  misread?: number;
  seed?: number;
};

export type MadeUpPage = { words: PageWord[]; size: PageSize; values: ExampleValue[] };

const paper: PageSize = { width: 1000, height: 1400 };
const margin = 400;
const [letterWidth, letterHeight] = [11, 20];

/** A photo of a ticket of a form, filled in with values, read without fault but for what the shot says. */
export function photograph(form: MadeUpForm, filled: Readonly<Record<string, string>>, shot: Shot = {}): MadeUpPage {
  const random = randomFrom(shot.seed ?? 1);
  const place = placer(shot);
  const isKept = ([, top]: readonly [number, number, string]): boolean =>
    top < (shot.cutBelow ?? Number.POSITIVE_INFINITY);
  const values: ExampleValue[] = [];
  const written = Object.entries(form.fields).flatMap(([field, [left, top]]) => {
    const text = field === 'company' ? form.issuer : filled[field];
    const box = text === undefined ? null : boxOf(place, left, top, text);
    values.push({ field, row: 0, printedText: text ?? null, normalized: text ?? null, box, source: 'member' });
    return text === undefined ? [] : [[left, top, text] as const];
  });
  const words = [...form.print, ...written].filter(isKept).flatMap(([left, top, phrase], line) => {
    let at = left;
    return phrase.split(' ').flatMap((text): PageWord[] => {
      const from = at;
      at += (text.length + 1) * letterWidth;
      if (random() < (shot.missing ?? 0)) return [];
      const box = boxOf(place, from, top, text);
      const seen = random() < (shot.misread ?? 0) ? misread(text, random) : text;
      const area = { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
      const quad = quadOfArea(area);
      return [{ ...area, text: seen, confidence: 0.95, characters: [], line, page: 0, quad, box }];
    });
  });
  const scale = shot.scale ?? 1;
  const size = {
    width: Math.round((paper.width + 2 * margin) * scale),
    height: Math.round((paper.height + 2 * margin) * scale),
  };
  return { words, size, values };
}

type Place = (x: number, y: number) => { x: number; y: number };

function placer({ turn = 0, scale = 1, keystone = 0 }: Shot): Place {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [midX, midY] = [paper.width / 2, paper.height / 2];
  return (x, y) => {
    const narrow = 1 - keystone * (1 - y / paper.height);
    const [dx, dy] = [(x - midX) * narrow, (y - midY) * narrow];
    return { x: (midX + margin + cos * dx - sin * dy) * scale, y: (midY + margin + sin * dx + cos * dy) * scale };
  };
}

function boxOf(place: Place, left: number, top: number, text: string): PageWord['box'] {
  const [right, bottom] = [left + text.length * letterWidth, top + letterHeight];
  const corners = [place(left, top), place(right, top), place(right, bottom), place(left, bottom)];
  const x = Math.min(...corners.map((corner) => corner.x));
  const y = Math.min(...corners.map((corner) => corner.y));
  const width = Math.max(...corners.map((corner) => corner.x)) - x;
  const height = Math.max(...corners.map((corner) => corner.y)) - y;
  return { page: 0, x, y, width, height };
}

function misread(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length);
  return `${text.slice(0, at)}${'XWYKM'[Math.floor(random() * 5)] ?? 'X'}${text.slice(at + 1)}`;
}

const labels =
  `TICKET NO|DATE|CUSTOMER|JOB NAME|P.O. NUMBER|TRUCK NO|TRAILER|DRIVER|MATERIAL|QUANTITY|GROSS|TARE|NET|TIME IN|
TIME OUT|HOURS|RATE|SUBTOTAL|TAX|TOTAL|LOCATION|LEASE NAME|WELL NO|COUNTY|STATE|SIGNATURE|RECEIVED BY|REMARKS|ORDERED BY|
PRODUCT|PLANT|LOAD NO|ACCOUNT|TERMS|DELIVERED TO|SHIP FROM|WEIGHMASTER|DISPATCH|PHONE|FOREMAN`.split(/\|\n?/);
const syllables = 'BAR RIO SAN TEX MES PEC RED GRAN ROCK VAL DEL WEST NOR LAK PIN CED'.split(' ');
const trades = ['TRUCKING', 'AGGREGATES', 'SERVICES', 'HAULING', 'SUPPLY', 'CONCRETE', 'DISPOSAL', 'ENERGY'];

/** One of very many made-up forms: a name, an address, and some thirty labels, most of which others have too. */
export function drawForm(seed: number): MadeUpForm {
  const random = randomFrom(seed + 1);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const name = drawName(pick);
  const nameAt = [100 + Math.floor(random() * 300), 40] as const;
  const print: [number, number, string][] = [[100, 90, `${pick(syllables)}${pick(syllables)} ROAD`]];
  const fields: Record<string, readonly [number, number]> = { company: nameAt };
  const names = ['ticket_number', 'customer', 'material', 'truck_number'];
  const columns = 2 + Math.floor(random() * 2);
  for (let row = 0; row < 12; row++) {
    for (let column = 0; column < columns; column++) {
      if (random() < 0.15) continue;
      const [left, top] = [60 + column * Math.floor(900 / columns) + Math.floor(random() * 40), 180 + row * 90];
      print.push([left, top, pick(labels)]);
      const field = random() < 0.3 ? names.pop() : undefined;
      if (field !== undefined) fields[field] = [left, top + 32];
    }
  }
  return { issuer: name, print, fields };
}

function drawName(pick: (list: readonly string[]) => string): string {
  return `${pick(syllables)}${pick(syllables)}${pick(syllables)} ${pick(syllables)}${pick(syllables)} ${pick(trades)}`;
}

/** What somebody wrote into a form. */
export function fillIn(seed: number): Record<string, string> {
  const random = randomFrom(7 * seed + 3);
  const digits = (count: number): string => String(Math.floor((1 + 9 * random()) * 10 ** (count - 1)));
  return {
    ticket_number: digits(6),
    customer: `CUSTOMER ${digits(4)} LLC`,
    material: `BASE ${digits(3)}`,
    truck_number: `T-${digits(2)}`,
  };
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
