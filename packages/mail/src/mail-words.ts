import type { Language } from '@ticket-pros/contracts/account';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { PrivacyRequestKind } from '@ticket-pros/contracts/privacy-request';

const units = [
  { unit: 'day', minutes: 24 * 60 },
  { unit: 'hour', minutes: 60 },
  { unit: 'minute', minutes: 1 },
] as const;

/** `90` becomes "90 minutes", `1440` "24 hours", `10080` "7 days": the largest unit that comes out even, hours up to two days. */
export function sayDuration(language: Language, minutes: number): string {
  const fitting = units.find(
    ({ unit, minutes: length }) => minutes % length === 0 && (unit !== 'day' || minutes > 2 * length),
  );
  const { unit, minutes: length } = fitting ?? { unit: 'minute' as const, minutes: 1 };
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(minutes / length);
}

/** Day and time in the reader's zone, with the zone's name. */
export function sayMoment(language: Language, { at, timeZone }: { at: Date; timeZone: string }): string {
  return new Intl.DateTimeFormat(localeOf[language], {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(at);
}

/** The day in the reader's zone. */
export function sayDay(language: Language, { dueAt, timeZone }: { dueAt: Date; timeZone: string }): string {
  return new Intl.DateTimeFormat(localeOf[language], { dateStyle: 'long', timeZone }).format(dueAt);
}

const localeOf: Record<Language, string> = { en: 'en-US', es: 'es-US' };

/** What a member is, to go into "you join as …". */
export const roleWords: Record<Language, Record<MemberRole, string>> = {
  en: { owner: 'an owner', office: 'office', crew: 'crew' },
  es: { owner: 'dueño', office: 'oficina', crew: 'cuadrilla' },
};

/** What somebody asks for in a privacy request. */
export const privacyRequestWords: Record<Language, Record<PrivacyRequestKind, string>> = {
  en: {
    access: 'to see their data',
    correct: 'to have their data corrected',
    delete: 'to have their data deleted',
    copy: 'for a copy of their data',
  },
  es: {
    access: 'ver sus datos',
    correct: 'que se corrijan sus datos',
    delete: 'que se borren sus datos',
    copy: 'una copia de sus datos',
  },
};

/** `jane.doe@example.com` becomes `j•••@example.com`: enough to know it again, too little to write to. */
export function hideAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(1, at))}•••${address.slice(at)}`;
}
