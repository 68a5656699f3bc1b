import type { MailWords } from './define-template.ts';

/** A mail as plain text. Addresses stand on lines of their own, so that no program breaks them. */
export function layOutText({ heading, paragraphs, facts = [], action, afterAction, why, ifNotYou }: MailWords): string {
  const blocks = [
    heading,
    ...paragraphs,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    action === undefined ? '' : `${action.label}:\n${action.url}`,
    afterAction ?? '',
    ifNotYou,
    `-- \nTicket Pros\n${why}`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}
