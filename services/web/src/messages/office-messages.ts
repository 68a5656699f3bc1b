import type { Language } from '@ticket-pros/contracts/account';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type * as english from './en.ts';
import { setPageLanguage } from './page-language.ts';

/** Each its own file; a page loads the one that it shows. */
const catalogues: Record<Language, () => Promise<typeof english>> = {
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
};

/** Starts the message catalogue of the office pages in this language; where it cannot be loaded, in the other one. */
export async function startOfficeMessages(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({ interpolation: { escapeValue: false } });
  await showOfficeIn(language).catch(() => showOfficeIn(language === 'en' ? 'es' : 'en'));
}

/** Shows the office pages in another language; rejects where its texts cannot be loaded. */
export async function showOfficeIn(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', { ...(await catalogues[language]()) });
  }
  setPageLanguage(language);
  await i18next.changeLanguage(language);
}
