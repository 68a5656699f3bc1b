import type { ErrorCode } from '@ticket-pros/contracts/error-code';
import { ProblemError } from '../problems/problem-error.ts';
import type { AuthAnswer } from './ask-auth.ts';

const wrongName = 'Sign-in name or password is wrong.';

/** What better-auth's refusals are called here, and what people are told beyond the code's own sentence. */
const refusals: Record<string, readonly [ErrorCode, string?]> = {
  INVALID_EMAIL_OR_PASSWORD: ['not_signed_in', 'E-mail or password is wrong.'],
  INVALID_USERNAME_OR_PASSWORD: ['not_signed_in', wrongName],
  INVALID_USERNAME: ['not_signed_in', wrongName],
  USERNAME_TOO_SHORT: ['not_signed_in', wrongName],
  USERNAME_TOO_LONG: ['not_signed_in', wrongName],
  INVALID_PASSWORD: ['wrong_password'],
  CREDENTIAL_ACCOUNT_NOT_FOUND: ['wrong_password'],
  INVALID_CODE: ['wrong_code'],
  INVALID_BACKUP_CODE: ['wrong_code'],
  INVALID_TWO_FACTOR_COOKIE: ['sign_in_expired'],
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: ['sign_in_expired'],
  TOTP_ALREADY_ENABLED: ['second_factor_on'],
  TOTP_NOT_ENABLED: ['second_factor_off'],
  TWO_FACTOR_NOT_ENABLED: ['second_factor_off'],
  BACKUP_CODES_NOT_ENABLED: ['second_factor_off'],
  INVALID_TOKEN: ['link_over'],
  USER_NOT_FOUND: ['link_over'],
  CHALLENGE_NOT_FOUND: ['passkey_refused'],
  PASSKEY_NOT_FOUND: ['passkey_refused'],
  FAILED_TO_VERIFY_REGISTRATION: ['passkey_refused'],
  AUTHENTICATION_FAILED: ['passkey_refused'],
  PREVIOUSLY_REGISTERED: ['passkey_refused'],
  FAILED_TO_GET_SESSION: ['not_ready'],
};

/** better-auth's refusal as the problem that people are told. */
export function refusalOf({ status, code }: Extract<AuthAnswer, { ok: false }>): ProblemError {
  const known = refusals[code];
  if (known !== undefined) return new ProblemError(...known);
  if (status >= 500) return new ProblemError('internal');
  return new ProblemError(status === 401 ? 'not_signed_in' : 'bad_request');
}
