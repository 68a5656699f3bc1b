import type { Language } from '@ticket-pros/contracts/account';
import { useSyncExternalStore } from 'react';
import { onPageLanguage, pageLanguage } from './page-language.ts';

/** The language of the page; what uses this, and everything in it, is drawn anew after a change. */
export function usePageLanguage(): Language {
  return useSyncExternalStore(onPageLanguage, pageLanguage);
}
