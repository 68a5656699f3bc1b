import type { Language } from '@ticket-pros/contracts/account';
import { isLanguage } from './languages.ts';

/** What was last chosen on this device; `unsavedFor` names the member whose choice the server does not know yet. */
export interface DeviceLanguage {
  language: Language;
  unsavedFor: string | null;
}

const storageKey = 'ticket-pros-language';

export function readDeviceLanguage(): DeviceLanguage | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    if (typeof stored !== 'object' || stored === null || !('language' in stored)) return null;
    const { language } = stored;
    if (!isLanguage(language)) return null;
    const unsavedFor = 'unsavedFor' in stored && typeof stored.unsavedFor === 'string' ? stored.unsavedFor : null;
    return { language, unsavedFor };
  } catch {
    return null;
  }
}

export function keepDeviceLanguage(choice: DeviceLanguage): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(choice));
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}
