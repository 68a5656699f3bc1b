import type { Language } from '@ticket-pros/contracts/account';

/** A country's name as people say it; null stays null. */
export function nameRegion(region: string | null, language: Language): string | null {
  if (region === null) return null;
  return new Intl.DisplayNames(language, { type: 'region' }).of(region) ?? region;
}
