import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';

/** Loads the message catalogue for the office pages. */
export async function startOfficeMessages(): Promise<void> {
  const { capture: _capture, ...office } = en;
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: office } },
    interpolation: { escapeValue: false },
  });
}
