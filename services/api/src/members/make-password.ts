import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike on paper. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be told to somebody, in three groups of four: 59 random bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
  return [group(), group(), group()].join('-');
}
