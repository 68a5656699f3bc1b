import type { Language } from '@ticket-pros/contracts/account';
import type { Device } from '@ticket-pros/contracts/sign-in';

/** First match wins: most browsers also claim to be the ones below them. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera|OPT)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\bAndroid\b/, 'Android'],
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** A device in words, from what its browser says of itself. */
export function describeDevice(userAgent: string | null | undefined): Device {
  const find = (list: readonly [RegExp, string][]) =>
    list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? null;
  return { browser: find(browsers), system: find(systems) };
}

/** As a mail says it: "Chrome on Android". */
export function sayDevice({ browser, system }: Device, language: Language): string {
  if (browser === null && system === null) return unknownDevice[language];
  if (browser === null || system === null) return browser ?? system ?? '';
  return `${browser} ${on[language]} ${system}`;
}

const unknownDevice: Record<Language, string> = { en: 'Unknown device', es: 'Dispositivo desconocido' };
const on: Record<Language, string> = { en: 'on', es: 'en' };
