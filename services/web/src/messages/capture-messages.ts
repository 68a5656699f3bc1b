import type { Language } from '@ticket-pros/contracts/account';
import type * as english from './en-capture.ts';
import { makeTranslate, type Translate } from './make-translate.ts';
import { setPageLanguage } from './page-language.ts';

type CaptureMessages = typeof english;

/** Each its own file, so that a phone fetches the one that it shows. */
const catalogues: Record<Language, () => Promise<CaptureMessages>> = {
  en: () => import('./en-capture.ts'),
  es: () => import('./es-capture.ts'),
};

let translate: Translate<CaptureMessages> = (key) => key;

/** The texts of the capture page: of the catalogue only the areas that it shows. */
export const t: Translate<CaptureMessages> = (key, values) => translate(key, values);

/** Loads the texts in a language and shows the page in it; rejects where they cannot be loaded. */
export async function showCaptureIn(language: Language): Promise<void> {
  const messages = await catalogues[language]();
  translate = makeTranslate(language, messages);
  setPageLanguage(language);
}
