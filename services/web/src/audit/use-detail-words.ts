import { dayOrderSchema, secondFactorRuleSchema, unitsSchema } from '@ticket-pros/contracts/account';
import { apiKeyScopeSchema } from '@ticket-pros/contracts/api-key';
import { auditActionSchema } from '@ticket-pros/contracts/audit';
import type { Me } from '@ticket-pros/contracts/member';
import { memberRoleSchema, visibilitySchema } from '@ticket-pros/contracts/member-role';
import { privacyRequestKindSchema } from '@ticket-pros/contracts/privacy-request';
import { ticketStateSchema } from '@ticket-pros/contracts/ticket-state';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { audit } from '../messages/en/audit.ts';
import { isLanguage, languageNames } from '../messages/languages.ts';
import { pageLocale } from '../messages/page-language.ts';
import { useFieldLabel } from '../review/use-field-label.ts';
import { formatShare } from '../tickets/format-share.ts';
import { formatTime } from '../tickets/format-time.ts';
import { useTicketTypeName } from '../tickets/use-ticket-type-name.ts';
import type { EventDetail } from './read-details.ts';

/** The name of a member by its id, where the account has such a one. */
export type NameOf = (memberId: string) => string | undefined;

/** Says what a detail is about, and its values, in the reader's words; what the page doesn't know stays as the log has it. */
export function useDetailWords(me: Me, nameOf: NameOf) {
  const { t, i18n } = useTranslation();
  const fieldLabel = useFieldLabel();
  const typeName = useTicketTypeName();

  const isKnown = (name: string): name is keyof typeof audit.details => i18n.exists(`audit.details.${name}`);

  const label = ({ name, row }: EventDetail): string => {
    if (row === undefined) return isKnown(name) ? t(`audit.details.${name}`) : name;
    return name.includes('.') ? t('review.field.rowLabel', { field: fieldLabel(name), row }) : fieldLabel(name);
  };

  /** The words for one of the values that a schema knows. */
  const oneOf = <Known extends string>(schema: z.ZodType<Known>, value: unknown, words: (known: Known) => string) => {
    const known = schema.safeParse(value);
    return known.success ? words(known.data) : plain(value);
  };
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.nothing');
    if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
    if (typeof value === 'number') return value.toLocaleString(pageLocale());
    if (Array.isArray(value)) return value.map(plain).join(', ');
    if (typeof value === 'object') return plainEntries(value);
    return String(value);
  };
  const plainEntries = (record: object): string => {
    const entries = Object.entries(record).map(([key, value]) => {
      if (key === 'memberId') return memberName(value);
      if (key === 'action') return oneOf(auditActionSchema, value, (action) => t(`audit.actions.${action}`));
      if (key === 'state') return String(value).split(',').map(stateName).join(', ');
      return plain(value);
    });
    return entries.length === 0 ? t('audit.nothing') : entries.join(' · ');
  };
  const memberName = (id: unknown): string =>
    typeof id === 'string' ? (nameOf(id) ?? t('audit.formerMember')) : plain(id);
  const stateName = (state: unknown): string => oneOf(ticketStateSchema, state, (known) => t(`states.${known}`));

  const words: Record<string, (value: unknown) => string> = {
    role: (value) => oneOf(memberRoleSchema, value, (role) => t(`people.roles.${role}`)),
    reportsTo: (value) => (value === null ? me.account.name : memberName(value)),
    branch_member_id: memberName,
    capturedBy: memberName,
    visibility: (value) => oneOf(visibilitySchema, value, (sight) => t(`audit.sights.${sight}`)),
    units: (value) => oneOf(unitsSchema, value, (units) => t(`audit.unitNames.${units}`)),
    dayOrder: (value) => oneOf(dayOrderSchema, value, (order) => t(`accountSettings.company.dayOrders.${order}`)),
    errorTarget: (value) =>
      typeof value === 'number' ? t('audit.oneIn', { values: plain(Math.round(1 / value)) }) : plain(value),
    leastConfidence: (value) => (typeof value === 'number' ? formatShare(value) : plain(value)),
    approveThemselves: (value) =>
      Array.isArray(value) && value.length > 0 ? value.map((key) => typeName(String(key))).join(', ') : t('audit.none'),
    secondFactor: (value) => oneOf(secondFactorRuleSchema, value, (rule) => t(`accountSettings.factor.rules.${rule}`)),
    language: (value) => (typeof value === 'string' && isLanguage(value) ? languageNames[value] : plain(value)),
    format: (value) => plain(value).toUpperCase(),
    state: stateName,
    kind: (value) => oneOf(privacyRequestKindSchema, value, (kind) => t(`myAccount.privacy.kinds.${kind}`)),
    answerState: (value) =>
      value === 'answered' || value === 'refused' ? t(`privacyRequests.states.${value}`) : plain(value),
    scopes: (value) =>
      Array.isArray(value)
        ? value.map((one) => oneOf(apiKeyScopeSchema, one, (scope) => t(`apiKeys.scopes.${scope}`))).join(', ')
        : plain(value),
    expiresAt: (value) => timeWords(value),
    endsAt: (value) => timeWords(value),
    businessUseAttestedAt: (value) => timeWords(value),
  };
  const timeWords = (value: unknown): string =>
    typeof value === 'string' ? formatTime(value, me.account.timeZone, new Date()) : plain(value);
  words.officeVisibility = words.visibility ?? plain;
  words.crewVisibility = words.visibility ?? plain;

  const value = (detail: EventDetail, of: unknown): string =>
    detail.row === undefined ? (words[detail.name] ?? plain)(of) : plain(of);

  return { label, value };
}
