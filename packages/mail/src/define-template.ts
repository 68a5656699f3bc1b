import type { Language } from '@ticket-pros/contracts/account';
import type { z } from 'zod';

/** What a mail says, in the order in which it says it. Plain text throughout; the layout escapes it. */
export type MailWords = {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  /** Name and value, one a line. */
  facts?: readonly (readonly [name: string, value: string])[];
  /** The one thing to do, as a button and as an address written out. */
  action?: { label: string; url: string };
  /** Said after the action, such as how long it works. */
  afterAction?: string;
  /** Why the reader gets this mail. */
  why: string;
  /** What to do if it was not the reader who caused it. */
  ifNotYou: string;
};

export type MailTemplate<Parameters extends z.ZodType> = {
  parameters: Parameters;
  /** Checks the parameters (ZodError where one is missing or wrong) and says the mail in this language. */
  say: (language: Language, parameters: unknown) => MailWords;
};

/** A kind of mail: what it has to be told, and what it says in each language. */
export function defineTemplate<Parameters extends z.ZodType>({
  parameters: schema,
  words,
}: {
  parameters: Parameters;
  words: Record<Language, (parameters: z.output<Parameters>) => MailWords>;
}): MailTemplate<Parameters> {
  return { parameters: schema, say: (language, parameters) => words[language](schema.parse(parameters)) };
}
