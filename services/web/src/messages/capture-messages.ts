import type { Language } from '@ticket-pros/contracts/account';
import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import type * as english from './en-capture.ts';
import { makeTranslate, type Translate } from './make-translate.ts';
import { setPageLanguage } from './page-language.ts';

type CaptureMessages = typeof english;

/** Each its own file, so that a phone fetches the one that it shows. */
const catalogues: Record<Language, () => Promise<CaptureMessages>> = {
  en: () => import('./en-capture.ts'),
  es: () => import('./es-capture.ts'),
};

let problems: Record<string, string> = {};
let fields: Record<string, unknown> = {};
let translate: Translate<CaptureMessages> = (key) => key;

/** The texts of the capture page: of the catalogue only the areas that it shows. */
export const t: Translate<CaptureMessages> = (key, values) => translate(key, values);

/** Whether the page has a sentence of its own for what the API answers with this code; a newer server may know more. */
export function isKnownProblem(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(problems, code);
}

/** A field's name for people (`total`, `line_items.amount`); one that the catalogue does not know is shown by its own name. */
export function fieldName(field: string): string {
  let found: unknown = fields;
  for (const level of field.split('.')) found = isSection(found) ? found[level] : undefined;
  return typeof found === 'string' ? found : field.replaceAll(/[._]/g, ' ');
}

function isSection(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}

/** Loads the texts in a language and shows the page in it; rejects where they cannot be loaded. */
export async function showCaptureIn(language: Language): Promise<void> {
  const messages = await catalogues[language]();
  problems = messages.problems;
  fields = messages.fields;
  translate = makeTranslate(language, messages);
  document.title = `${t('capture.title')} – ${t('common.productName')}`;
  setPageLanguage(language);
}
