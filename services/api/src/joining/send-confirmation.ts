import type { Language } from '@ticket-pros/contracts/account';
import { confirmSignUpMinutes } from '@ticket-pros/contracts/invitation';
import type { ApiParts } from '../api-parts.ts';
import { sendMail } from '../mail/send-mail.ts';
import { keepPending, type Pending } from './keep-pending.ts';
import { linkWith, makeLinkToken } from './link-token.ts';
import { takeTurn } from './take-turn.ts';

type Wish = {
  pending: Pending;
  language: Language;
  /** Sends the mail that a known address gets instead. */
  tellKnown: () => Promise<unknown>;
};

/** Mails an hour to one address, so that nobody fills somebody else's mailbox through us. */
const mostMails = { most: 3, windowSeconds: 60 * 60 };

/**
 * Asks the owner of an e-mail address, in a mail, whether it is theirs, and keeps what is pending until then. An address that a user
 * has already gets another mail; whoever asked can't tell.
 */
export async function sendConfirmation(parts: ApiParts, { pending, language, tellKnown }: Wish): Promise<void> {
  const { auth, db } = parts;
  const { internalAdapter } = await auth.$context;
  const known = await internalAdapter.findUserByEmail(pending.email);
  if (!(await takeTurn(auth.signIn, { purpose: 'mail', of: pending.email, ...mostMails }))) return;
  const { token, hash } = makeLinkToken();
  // For known addresses too, where nobody ever learns the token: else the answer would come sooner there.
  await keepPending(db, hash, pending);
  if (known !== null) {
    await tellKnown();
    return;
  }
  const url = linkWith(auth.signIn.publicUrl, 'confirm', token);
  await sendMail(parts, {
    to: pending.email,
    template: 'confirm-sign-up',
    language,
    accountId: null,
    parameters: { url, validMinutes: confirmSignUpMinutes },
  });
}
