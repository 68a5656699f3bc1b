import type { Language } from '@ticket-pros/contracts/account';
import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import type * as english from './en-join.ts';
import { makeTranslate, type Translate } from './make-translate.ts';
import { setPageLanguage } from './page-language.ts';

type JoinMessages = typeof english;

/** Each its own file, so that a phone fetches the one that it shows. */
const catalogues: Record<Language, () => Promise<JoinMessages>> = {
  en: () => import('./en-join.ts'),
  es: () => import('./es-join.ts'),
};

let problems: Record<string, string> = {};
let translate: Translate<JoinMessages> = (key) => key;

/** The texts of the page behind an invitation: of the catalogue only the areas that it shows. */
export const t: Translate<JoinMessages> = (key, values) => translate(key, values);

/** Whether the page has a sentence of its own for what the API answers with this code; a newer server may know more. */
export function isKnownProblem(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(problems, code);
}

/** Loads the texts in a language and shows the page in it; rejects where they cannot be loaded. */
export async function showJoinIn(language: Language): Promise<void> {
  const messages = await catalogues[language]();
  problems = messages.problems;
  translate = makeTranslate(language, messages);
  document.title = `${t('join.title')} – ${t('common.productName')}`;
  setPageLanguage(language);
}
