import type { Device } from '@ticket-pros/contracts/sign-in';

export type SecondFactorChange =
  | 'turned_on'
  | 'turned_off'
  | 'new_recovery_codes'
  | 'recovery_code_used'
  | 'passkey_added'
  | 'passkey_removed'
  | 'reset_by_owner';

type Mails = {
  'reset-password': { url: string; validMinutes: number };
  'confirm-new-email': { url: string; validMinutes: number };
  'email-changed-notice': { at: Date; newEmail: string };
  'password-changed-notice': { at: Date; resetUrl: string };
  'second-factor-changed-notice': { at: Date; change: SecondFactorChange; securityUrl: string };
  'unusual-sign-in': { at: Date; device: Device; region: string | null; sessionsUrl: string };
};
export type SignInMailTemplate = keyof Mails;

/** A mail about somebody's sign-in; whoever sends it knows that user's language and time zone. */
export type SignInMail = {
  [Template in SignInMailTemplate]: { to: string; userId: string; template: Template; parameters: Mails[Template] };
}[SignInMailTemplate];

/** What the audit log of each account of this user is told. */
export type SignInEvent = {
  action:
    | 'signed_in'
    | 'sign_in_refused'
    | 'sign_in_unusual'
    | 'signed_out'
    | 'password_changed'
    | 'password_reset'
    | 'email_changed'
    | 'second_factor_enabled'
    | 'second_factor_disabled'
    | 'passkey_added'
    | 'passkey_removed'
    | 'session_revoked';
  userId: string;
  /** Where it was asked from; null where nobody's request caused it. */
  origin: { address: string; device: string | null } | null;
};

/** A sign-in from a device or a country that the user never signed in from. The user was told already, where there is an address. */
export type UnusualSignIn = { userId: string; at: Date; device: Device; region: string | null };

/** What the rest of the product hears of sign-ins. None of them may fail the request that caused it: failures are logged. */
export type SignInEvents = {
  sendMail: (mail: SignInMail) => Promise<void>;
  audit: (event: SignInEvent) => Promise<void>;
  onUnusualSignIn: (signIn: UnusualSignIn) => Promise<void>;
};
