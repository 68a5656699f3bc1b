import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** There is no data for a language; the message names the package that would have it. */
export class MissingLanguageError extends Error {
  override readonly name = 'MissingLanguageError';
}

const require = createRequire(import.meta.url);

/**
 * Where the data of a language lie, by Tesseract's code (`eng`, `spa`): in the installed package `@tesseract.js-data/<code>`.
 * @throws MissingLanguageError where that isn't installed.
 */
export function languageFolder(code: string): string {
  const name = `@tesseract.js-data/${code}`;
  try {
    if (!/^[a-z]{3}(?:_[a-z]+)*$/.test(code)) throw new Error('no code of a language');
    return join(dirname(require.resolve(`${name}/package.json`)), '4.0.0_best_int');
  } catch (error) {
    throw new MissingLanguageError(`There is no data for the language "${code}": install the package ${name}.`, {
      cause: error,
    });
  }
}
