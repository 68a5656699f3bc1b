/** How well a password stands up to guessing, as far as can be told without a list of common ones; the server has that list. */
export type PasswordStrength = 'short' | 'weak' | 'fair' | 'strong';

/** Also in packages/contracts/src/password.ts, whose schema would be too heavy for the phone's pages. */
export const shortestPassword = 10;

/** `own` is what a stranger knows of the person: name, e-mail, company. */
export function measurePassword(password: string, own: readonly string[] = []): PasswordStrength {
  const characters = [...password];
  if (characters.length < shortestPassword) return 'short';
  const plain = password.toLowerCase();
  const known = own
    .flatMap((text) => text.toLowerCase().split(/[\s@.,]+/))
    .filter((part) => part.length >= 4)
    .reduce((rest, part) => rest.replaceAll(part, ''), plain);
  const different = new Set(known).size;
  if (different < 6 || known.length < 6 || isRun(plain)) return 'weak';
  return characters.length >= 15 && different >= 9 ? 'strong' : 'fair';
}

/** abcdefghij, 1234567890, aaaaaaaaaa: each character follows from the one before it. */
function isRun(plain: string): boolean {
  const steps = Array.from(plain.slice(1), (character, at) => character.charCodeAt(0) - plain.charCodeAt(at));
  const usual = steps.filter((step) => Math.abs(step) <= 1).length;
  return usual >= steps.length * 0.7;
}
