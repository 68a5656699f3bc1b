import { capture } from './en/capture.ts';
import { common, states } from './en/every-page.ts';
import { failures } from './en/failures.ts';
import { fieldGroups, fields } from './en/fields.ts';
import { review } from './en/review.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { tickets } from './en/tickets.ts';

/**
 * Every text on the screen, in English. Another language is another object of this shape; each page loads only the
 * sections that it shows (see start-office-messages.ts, start-capture-messages.ts).
 */
export const en = { common, states, failures, signIn, shell, tickets, fields, fieldGroups, review, capture };
