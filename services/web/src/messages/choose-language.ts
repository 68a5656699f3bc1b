import type { Language } from '@ticket-pros/contracts/account';
import type { DeviceLanguage } from './device-language.ts';
import { isLanguage } from './languages.ts';

interface Wishes {
  /** Who is signed in, and the language it wants everywhere; absent while nobody is. */
  member?: { id: string; language: Language | null } | undefined;
  device: DeviceLanguage | null;
  /** The languages of the browser, the dearest first. */
  browser: readonly string[];
  account?: Language | undefined;
}

/**
 * The language to speak: what the member chose, else what was last chosen on this device, else what the browser asks for,
 * else the account's. A choice that the member made here and the server does not know yet goes before all.
 */
export function chooseLanguage({ member, device, browser, account }: Wishes): Language {
  if (member && device?.unsavedFor === member.id) return device.language;
  const spoken = browser.map((tag) => tag.split('-')[0]).find(isLanguage);
  return member?.language ?? device?.language ?? spoken ?? account ?? 'en';
}
