import type { Language } from '@ticket-pros/contracts/account';
import { locales } from './languages.ts';

let shown: Language = 'en';
const listeners = new Set<() => void>();

/** The language that the page is shown in; there is one for the whole page. */
export function pageLanguage(): Language {
  return shown;
}

/** The page's language for `Intl`. */
export function pageLocale(): string {
  return locales[shown];
}

/** Tells the page, the browser and screen readers which language the page is in from now on. */
export function setPageLanguage(language: Language): void {
  shown = language;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** Calls `listener` after each change of the page's language. Returns the function that ends it. */
export function onPageLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
