import { passwordLength } from '@ticket-pros/contracts/password';
import { dictionary } from '@zxcvbn-ts/language-common';
import { ProblemError } from '../problems/problem-error.ts';

const common = new Set(dictionary['passwords-common']);

/** How many characters around a common password leave it as easy to guess. */
const fewCharacters = 6;

/**
 * The one check of every password that is set. Throws `weak_password`, with a sentence that says what to do. `own` is what a stranger
 * knows of the person: e-mail, name, sign-in name, companies.
 */
export function checkPassword(password: string, own: readonly string[]): void {
  if (password.length < passwordLength.min) {
    throw new ProblemError('weak_password', `Choose a password of ${passwordLength.min} characters or more.`);
  }
  if (password.length > passwordLength.max) {
    throw new ProblemError('weak_password', `Choose a password of ${passwordLength.max} characters or fewer.`);
  }
  const plain = plainForm(password);
  if (new Set(plain).size < 4 || isCommon(plain)) {
    throw new ProblemError(
      'weak_password',
      'This password is one of those that attackers try first. Choose another one, such as three words that do not belong together.',
    );
  }
  if (own.flatMap(partsOf).some((part) => part === squeeze(plain) || part === plain)) {
    throw new ProblemError(
      'weak_password',
      'This password is your own name, e-mail address or company. Choose another one, such as three words that do not belong together.',
    );
  }
}

/** On the list, or on it once digits and signs around it are taken away: `Football2026!` is no better than `football`. */
function isCommon(plain: string): boolean {
  if (common.has(plain)) return true;
  const core = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return core.length >= 4 && plain.length - core.length <= fewCharacters && common.has(core);
}

function partsOf(text: string): string[] {
  const plain = plainForm(text);
  const [beforeAt = ''] = plain.split('@');
  return [plain, squeeze(plain), beforeAt, squeeze(beforeAt)].filter((part) => part.length >= 4);
}

function squeeze(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}

function plainForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
