import type { MailParameters, MailTemplateName } from '../src/mail-templates.ts';

const at = new Date('2026-11-21T15:04:00Z');
const timeZone = 'America/Chicago';
const site = 'https://tickets.example.com';
const company = 'Díaz & Sons <Hauling>';

/** For tests: parameters for every template. The type refuses a template without an example. */
export const exampleParameters: { [Name in MailTemplateName]: MailParameters<Name> } = {
  'confirm-sign-up': { url: `${site}/confirm?token=tok-1`, validMinutes: 24 * 60 },
  'sign-up-known-address': { signInUrl: `${site}/sign-in`, resetUrl: `${site}/forgot` },
  invitation: {
    url: `${site}/join/tok-2?a=1&b=2`,
    company,
    invitedBy: 'Olga "O" Owner',
    role: 'crew',
    validMinutes: 7 * 24 * 60,
  },
  'invitation-accepted': { memberName: 'Carl Crew', company, role: 'office', url: `${site}/people` },
  'join-known-address': { invitationUrl: `${site}/join#tok-5`, signInUrl: `${site}/sign-in` },
  'reset-password': { url: `${site}/reset?token=tok-3`, validMinutes: 60 },
  'confirm-new-email': { url: `${site}/confirm-email?token=tok-4`, validMinutes: 90 },
  'email-changed-notice': { newEmail: 'jane.doe@example.com', at, timeZone },
  'password-changed-notice': { at, timeZone, resetUrl: `${site}/forgot` },
  'second-factor-changed-notice': { at, timeZone, change: 'passkey_added', securityUrl: `${site}/me/security` },
  'unusual-sign-in': { at, timeZone, device: 'Chrome on Android', region: null, sessionsUrl: `${site}/me/sessions` },
  'unusual-sign-in-of-member': {
    at,
    timeZone,
    memberName: 'Carl Crew',
    company,
    device: 'Firefox on Windows',
    region: 'Mexico',
    memberUrl: `${site}/people/1`,
  },
  'privacy-request-filed': {
    kind: 'delete',
    memberName: 'Carl Crew',
    company,
    dueAt: at,
    timeZone,
    url: `${site}/privacy/1`,
  },
  'privacy-request-answered': { kind: 'copy', outcome: 'refused', company, url: `${site}/privacy/1` },
};
