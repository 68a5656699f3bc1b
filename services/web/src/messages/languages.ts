import type { Language } from '@ticket-pros/contracts/account';

/** The languages of the product, each by its own name. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' };
export const languages: readonly Language[] = ['en', 'es'];

/** How numbers and days are written in each: as on the paper tickets of the United States. */
export const locales: Record<Language, string> = { en: 'en-US', es: 'es-US' };

export function isLanguage(word: unknown): word is Language {
  return languages.some((language) => language === word);
}
