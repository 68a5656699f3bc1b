import { randomInt } from 'node:crypto';

/** Without letters and digits that look alike. */
const characters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that is easy to type and that nobody outside this machine knows: 59 random bits. */
export function makeDemoPassword(): string {
  const group = () => Array.from({ length: 4 }, () => characters[randomInt(characters.length)]).join('');
  return [group(), group(), group()].join('-');
}
