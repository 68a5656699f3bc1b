import { costsToNat, type LineChances, type WordChances } from '../text/text-engine.ts';

const signs = [..." !#$%&'()*+,-./0123456789:?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"];

/**
 * What a recognizer says of a text: two steps a sign, the sign and a blank. `{a:0.6;o:0.4}` in place of a sign says what it may be, and
 * how likely; the rest is shared by all others.
 */
export function madeUpChances(text: string): WordChances {
  const places = [...text.matchAll(/\{([^}]*)\}|(.)/gu)].map(([, several, one = '']) =>
    several === undefined ? new Map([[one, 0.9999]]) : chancesOf(several),
  );
  const width = signs.length + 1;
  const costs = new Uint8Array(places.length * 2 * width).fill(255);
  for (const [i, place] of places.entries()) {
    const row = 2 * i * width;
    const left = Math.max(1e-4, 1 - [...place.values()].reduce((sum, chance) => sum + chance, 0));
    costs.fill(costOf(left / width), row, row + width);
    for (const [sign, chance] of place) costs[row + signs.indexOf(sign) + 1] = costOf(chance);
    costs.fill(costOf(1e-6), row + width, row + 2 * width);
    costs[row + width] = 0;
  }
  const line: LineChances = { signs, costs };
  return { line, from: 0, to: places.length * 2 };
}

function chancesOf(several: string): Map<string, number> {
  return new Map(several.split(';').map((one) => [one.charAt(0), Number(one.slice(2))]));
}

function costOf(chance: number): number {
  return Math.min(255, Math.round(-Math.log(chance) * costsToNat));
}
