import type { SeededRandom } from '../seeded-random.ts';

/** One of a list, each as likely as the others. */
export function oneOf<T>(random: SeededRandom, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

/** One of a list that begins with what is most usual: its first quarter is chosen half of the time. */
export function usualOf<T>(random: SeededRandom, list: readonly T[]): T {
  const share = random();
  return oneOf(() => share * share, list);
}

export function chance(random: SeededRandom, share: number): boolean {
  return random() < share;
}

export function between(random: SeededRandom, least: number, most: number): number {
  return least + random() * (most - least);
}

/** A whole number, both ends included. */
export function wholeBetween(random: SeededRandom, least: number, most: number): number {
  return Math.floor(between(random, least, most + 1));
}

export function shuffled<T>(random: SeededRandom, list: readonly T[]): T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** So many digits; the first is no zero. */
export function digits(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, (_, at) => wholeBetween(random, at === 0 ? 1 : 0, 9)).join('');
}
