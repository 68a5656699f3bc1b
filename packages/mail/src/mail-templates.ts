import type { z } from 'zod';
import { confirmNewEmail } from './templates/confirm-new-email.ts';
import { confirmSignUp } from './templates/confirm-sign-up.ts';
import { emailChangedNotice } from './templates/email-changed-notice.ts';
import { invitation } from './templates/invitation.ts';
import { invitationAccepted } from './templates/invitation-accepted.ts';
import { joinKnownAddress } from './templates/join-known-address.ts';
import { passwordChangedNotice } from './templates/password-changed-notice.ts';
import { privacyRequestAnswered } from './templates/privacy-request-answered.ts';
import { privacyRequestFiled } from './templates/privacy-request-filed.ts';
import { resetPassword } from './templates/reset-password.ts';
import { secondFactorChangedNotice } from './templates/second-factor-changed-notice.ts';
import { signUpKnownAddress } from './templates/sign-up-known-address.ts';
import { unusualSignIn } from './templates/unusual-sign-in.ts';
import { unusualSignInOfMember } from './templates/unusual-sign-in-of-member.ts';

/** Every kind of mail that the product sends. */
export const mailTemplates = {
  'confirm-sign-up': confirmSignUp,
  'sign-up-known-address': signUpKnownAddress,
  invitation,
  'invitation-accepted': invitationAccepted,
  'join-known-address': joinKnownAddress,
  'reset-password': resetPassword,
  'confirm-new-email': confirmNewEmail,
  'email-changed-notice': emailChangedNotice,
  'password-changed-notice': passwordChangedNotice,
  'second-factor-changed-notice': secondFactorChangedNotice,
  'unusual-sign-in': unusualSignIn,
  'unusual-sign-in-of-member': unusualSignInOfMember,
  'privacy-request-filed': privacyRequestFiled,
  'privacy-request-answered': privacyRequestAnswered,
} as const;

export type MailTemplateName = keyof typeof mailTemplates;
/** What a template has to be told. */
export type MailParameters<Name extends MailTemplateName> = z.input<(typeof mailTemplates)[Name]['parameters']>;
