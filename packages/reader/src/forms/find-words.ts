import type { Form, FormWord } from '@ticket-pros/contracts/form';
import type { Point } from '../image/grey-image.ts';
import { type Homography, mapPoint } from '../image/map-points.ts';
import { foldedLikeness, foldedOf } from './fold-text.ts';
import type { PlacedPage, PlacedWord, SeenWord } from './place-words.ts';

/** A word of the form that was found on the page, and where it stands in the form's frame as the map has it. */
export type FoundWord<W extends SeenWord = SeenWord> = { word: PlacedWord<W>; at: Point; likeness: number };

/** How far from its place a word may stand, in the form's frame. */
const reach = 15;
/** Printers leave out lines that have nothing to say: what follows moves up or down so far together. */
const reachOfMoved = 110;
const leastLikeness = 0.6;
/** Words nearer than this in height tell how far their line moved; moves that differ by less are the same. */
const neighbourhood = 80;
const sameMove = 8;
/** A word that stands only once on form and page is believed to have moved so far by itself. */
const reachOfLone = { across: 8, down: 45 };

type Sighting<W extends SeenWord> = FoundWord<W> & { formWord: FormWord; dx: number; dy: number };

/**
 * Finds each word of the form near its place, misread ones too. A word that has moved counts where words of its line or of the lines
 * next to it have moved as far.
 */
export function findWords<W extends SeenWord>(
  form: Form,
  page: PlacedPage<W>,
  toForm: Homography,
): Map<FormWord, FoundWord<W>> {
  const sightings = sightingsOf(form, page, toForm);
  const ranked = sightings.flatMap((sighting) => {
    const agreement = agreementWith(sighting, sightings);
    const own = Math.abs(sighting.dy) <= Math.max(reach, sighting.formWord.height);
    if (!own && agreement < 1 && !isLone(sighting, sightings)) return [];
    const rank = 2 * sighting.likeness + Math.min(agreement, 4) - (Math.abs(sighting.dx) + Math.abs(sighting.dy)) / 60;
    return [{ sighting, rank }];
  });
  const found = new Map<FormWord, FoundWord<W>>();
  const taken = new Set<PlacedWord<W>>();
  for (const { sighting } of ranked.sort((a, b) => b.rank - a.rank)) {
    const { formWord, word, at, likeness } = sighting;
    if (found.has(formWord) || taken.has(word)) continue;
    found.set(formWord, { word, at, likeness });
    taken.add(word);
  }
  return found;
}

function sightingsOf<W extends SeenWord>(form: Form, page: PlacedPage<W>, toForm: Homography): Sighting<W>[] {
  const places = page.words.map((word) => ({ word, at: mapPoint(toForm, word) }));
  return form.words.flatMap((formWord) => {
    const folded = foldedOf(formWord);
    const across = Math.max(reach, formWord.height);
    return places.flatMap(({ word, at }) => {
      const [dx, dy] = [at.x - formWord.x, at.y - formWord.y];
      if (Math.abs(dx) > across || Math.abs(dy) > reachOfMoved) return [];
      const likeness = foldedLikeness(folded, word.folded);
      return likeness < leastLikeness ? [] : [{ formWord, word, at, likeness, dx, dy }];
    });
  });
}

function isLone<W extends SeenWord>(sighting: Sighting<W>, sightings: readonly Sighting<W>[]): boolean {
  const { formWord, word, dx, dy } = sighting;
  if (word.folded.length < 4 || Math.abs(dx) > reachOfLone.across || Math.abs(dy) > reachOfLone.down) return false;
  return sightings.every((other) => other === sighting || (other.formWord !== formWord && other.word !== word));
}

/** How many other words of the same line and the lines next to it have moved as far, the nearer ones counting more. */
function agreementWith<W extends SeenWord>(sighting: Sighting<W>, sightings: readonly Sighting<W>[]): number {
  const nearest = new Map<FormWord, number>();
  for (const { formWord, word, dy } of sightings) {
    const apart = Math.abs(formWord.y - sighting.formWord.y);
    if (formWord === sighting.formWord || word === sighting.word || apart > neighbourhood) continue;
    if (Math.abs(dy - sighting.dy) < sameMove) nearest.set(formWord, 1 - apart / (2 * neighbourhood));
  }
  return [...nearest.values()].reduce((sum, weight) => sum + weight, 0);
}
