import { z } from 'zod';
import { newPasswordSchema, passwordLength } from './password.ts';
import { plainTextSchema } from './plain-text.ts';

/** Addresses of this kind stand where a person has none; no mail is ever sent there. */
export const noMailEnding = '@no-mail.invalid';

/** For how long a proof of who it is opens sensitive actions. */
export const confirmedForMinutes = 15;

/** For how long the links in mails work. */
export const linkMinutes = { resetPassword: 60, confirmEmail: 24 * 60 } as const;

/** Pages that mails lead to. Links carry their token behind a `#`, so that it reaches no server and no log. */
export const signInPages = {
  forgotPassword: '/forgot-password',
  resetPassword: '/reset-password',
  confirmEmail: '/confirm-email',
  security: '/my-account',
} as const;

const emailSchema = z.email().max(254).toLowerCase();
const givenPasswordSchema = z.string().min(1).max(passwordLength.max);

/** A whole sign-in name, with the account's code. */
export const signInNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$/, 'this is not a sign-in name');

/** Body of `POST /v1/auth/sign-in/email`. */
export const signInWithEmailSchema = z.object({ email: emailSchema, password: givenPasswordSchema });
/** Body of `POST /v1/auth/sign-in/username`. */
export const signInWithNameSchema = z.object({
  username: plainTextSchema.toLowerCase().min(1).max(64),
  password: givenPasswordSchema,
});
/** Answer of both: where a second factor is set up, the person is signed in only after its code. */
export const signInAnswerSchema = z.object({ secondFactorNeeded: z.boolean() });
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** Body of `POST /v1/auth/two-factor/verify-totp`, at sign-in and to finish setting it up. Apps show a code as `123 456`. */
export const codeSchema = z.object({
  code: z
    .string()
    .overwrite((code) => code.replace(/\s/g, ''))
    .regex(/^\d{6}$/, 'the code has six digits'),
});
/** Body of `POST /v1/auth/two-factor/verify-backup-code`. */
export const recoveryCodeSchema = z.object({ code: z.string().trim().min(1).max(40) });
/** Body of `POST /v1/auth/two-factor/enable`, `…/disable` and `…/generate-backup-codes`. */
export const ownPasswordSchema = z.object({ password: givenPasswordSchema });
/** Answer of `POST /v1/auth/two-factor/enable`: shown once; the second factor holds after its first code. */
export const secondFactorSetUpSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
export type SecondFactorSetUp = z.infer<typeof secondFactorSetUpSchema>;
/** Answer of `POST /v1/auth/two-factor/generate-backup-codes`. */
export const recoveryCodesSchema = z.object({ backupCodes: z.array(z.string()) });

/** Body of `POST /v1/auth/change-password`; it ends every other session. */
export const changePasswordSchema = z.object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema });
/** Body of `POST /v1/auth/request-password-reset`, answered alike whether or not the address is known. */
export const requestPasswordResetSchema = z.object({ email: emailSchema });
/** Body of `POST /v1/auth/reset-password`; it ends every session. */
export const resetPasswordSchema = z.object({ token: plainTextSchema.min(1).max(200), newPassword: newPasswordSchema });
/** Body of `POST /v1/auth/change-email`, answered alike whether or not the address is taken. */
export const changeEmailSchema = z.object({ newEmail: emailSchema });
/** Body of `POST /v1/auth/confirm-email`, with the token of the mail to the new address. */
export const confirmEmailSchema = z.object({ token: plainTextSchema.min(1).max(200) });

/** Body of `POST /v1/auth/passkey/verify-registration`; `response` is what the browser made of the options. */
export const addPasskeySchema = z.object({
  response: z.record(z.string(), z.unknown()),
  name: z.string().trim().min(1).max(80).optional(),
});
/** Body of `POST /v1/auth/passkey/verify-authentication`. */
export const signInWithPasskeySchema = z.object({ response: z.record(z.string(), z.unknown()) });
/** Body of `POST /v1/auth/passkey/delete-passkey`. */
export const removePasskeySchema = z.object({ id: plainTextSchema.min(1).max(100) });
/** Answer of `GET /v1/auth/passkey/list-user-passkeys`. */
export const passkeyListSchema = z.array(
  z.object({ id: z.string(), name: z.string().nullable(), createdAt: z.iso.datetime().nullable() }),
);
export type Passkey = z.infer<typeof passkeyListSchema>[number];

/** Body of `POST /v1/me/confirm`: the password, or a code of the second factor. */
export const confirmSchema = z.union([ownPasswordSchema, codeSchema]);
/** Answer of it. */
export const confirmedSchema = z.object({ confirmedUntil: z.iso.datetime() });

/** A device in words, as far as its browser tells; null where it doesn't. */
export const deviceSchema = z.object({ browser: z.string().nullable(), system: z.string().nullable() });
export type Device = z.infer<typeof deviceSchema>;

/** Answer of `GET /v1/me/sessions`, the one used last first. */
export const sessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      device: deviceSchema,
      /** Two letters of ISO 3166, never more exact (promise TP-14). */
      country: z.string().nullable(),
      signedInAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
      isThisOne: z.boolean(),
    }),
  ),
});
export type SessionList = z.infer<typeof sessionListSchema>;
