import type { Language } from '@ticket-pros/contracts/account';
import { layOutHtml } from './lay-out-html.ts';
import { layOutText } from './lay-out-text.ts';
import type { MailContent } from './mail-content.ts';
import { type MailParameters, type MailTemplateName, mailTemplates } from './mail-templates.ts';

/** A mail to be written: the parameters are those of its template. */
export type MailOf<Name extends MailTemplateName> = {
  to: string;
  template: Name;
  language: Language;
  parameters: MailParameters<Name>;
};

/** What the recipient will read, as text and as HTML from the same words. Throws ZodError where a parameter is missing or wrong. */
export function renderMail<Name extends MailTemplateName>({
  to,
  template,
  language,
  parameters,
}: MailOf<Name>): MailContent {
  const words = mailTemplates[template].say(language, parameters);
  return { to, subject: words.subject, text: layOutText(words), html: layOutHtml(words, language) };
}
