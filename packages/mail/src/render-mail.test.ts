import { expect, test } from '@jest/globals';
import { type Language, languageSchema } from '@ticket-pros/contracts/account';
import { exampleParameters } from '../test/example-parameters.ts';
import type { MailContent } from './mail-content.ts';
import { type MailTemplateName, mailTemplates } from './mail-templates.ts';
import { renderMail } from './render-mail.ts';

const to = 'somebody@example.com';

/** Every template in every language. A name of the catalogue with its own example: the compiler can't follow that through a loop. */
const all = Object.keys(mailTemplates).flatMap((name) =>
  languageSchema.options.map((language) => ({ name: name as MailTemplateName, language })),
);
const render = (
  name: MailTemplateName,
  language: Language,
  parameters: object = exampleParameters[name],
): MailContent => renderMail({ to, template: name, language, parameters: parameters as never });

test.each(all)('$name says everything in $language, as text and as HTML', ({ name, language }) => {
  const { subject, text, html } = render(name, language);
  for (const part of [subject, text, html]) {
    expect(part).not.toMatch(/undefined|null|NaN|\[object|\$\{|Invalid Date/);
  }
  expect(subject.length).toBeLessThanOrEqual(80);
  expect(html).toContain(`<html lang="${language}">`);
  // Whatever the text says, the HTML says too, in the same order.
  const read = readHtml(html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '\n')).replace(/\s+/g, ' ');
  let from = 0;
  for (const line of linesOf(text)) {
    const found = read.indexOf(line, from);
    expect([line, found >= 0 || read.includes(line)]).toEqual([line, true]);
    if (found >= 0) from = found;
  }
});

test.each(all)('$name says in $language why it comes and what to do about it', ({ name, language }) => {
  const words = mailTemplates[name].say(language, exampleParameters[name]);
  expect(words.why).toMatch(language === 'en' ? /^You get this mail because / : /^Recibes este correo porque /);
  expect(words.ifNotYou).toMatch(language === 'en' ? /^If / : /^Si /);
  const { text, html } = render(name, language);
  for (const sentence of [words.why, words.ifNotYou]) {
    expect(text).toContain(sentence);
    expect(readHtml(html)).toContain(sentence.split(' (')[0]);
  }
});

test.each(Object.keys(mailTemplates) as MailTemplateName[])('%s is refused where a parameter is missing', (name) => {
  for (const missing of Object.keys(exampleParameters[name])) {
    const rest = Object.fromEntries(Object.entries(exampleParameters[name]).filter(([key]) => key !== missing));
    expect(() => render(name, 'en', rest)).toThrow();
  }
});

test.each(all)('promise TP-1: $name in $language fetches nothing and leads nowhere else', ({ name, language }) => {
  const { text, html } = render(name, language);
  expect(html).not.toMatch(
    /<(img|script|link|iframe|object|video|audio|source|svg|form)\b|url\(|@import|\bsrc=|http-equiv/i,
  );
  const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => readHtml(address ?? ''));
  for (const address of [...links, ...(text.match(/https?:\/\/[^\s)]+/g) ?? [])]) {
    expect(new URL(address).origin).toBe('https://tickets.example.com');
  }
  // Each link can be read and typed off.
  for (const address of links) expect(text).toContain(address);
});

test('what people typed stays text, and no part of it becomes a link', () => {
  const { subject, text, html } = render('invitation', 'en', {
    ...exampleParameters.invitation,
    company: '<b>Win</b>\r\nBcc: x@evil.example https://evil.example/win www.evil.example',
    invitedBy: `"><script>alert('x')</script>`,
  });
  expect(subject).not.toMatch(/[\r\n]/);
  expect(html).not.toMatch(/<b>|<script/);
  expect(html).toContain('&#60;script&#62;');
  for (const part of [subject, text, html]) expect(part).not.toMatch(/evil\.example|https:\/\/evil/);
  expect(text).toContain('evil.\u200bexample/win');
});

test('times and spans are said in the reader’s language and zone', () => {
  expect(render('password-changed-notice', 'en').text).toContain('Changed: November 21, 2026 at 9:04 AM CST');
  expect(render('password-changed-notice', 'es').text).toMatch(
    /Cambio: 21 de noviembre de 2026 a las 9:04\sa\.m\. CST/,
  );
  expect(render('invitation', 'en').text).toContain('The link works for 7 days.');
  expect(render('invitation', 'es').text).toContain('El enlace sirve durante 7 días.');
  expect(render('confirm-sign-up', 'en').text).toContain('for 24 hours.');
  expect(render('confirm-new-email', 'es').text).toContain('durante 90 minutos.');
  expect(render('privacy-request-filed', 'en').text).toContain('Please answer by November 21, 2026.');
});

test('a new address is told to the old one only as far as its owner needs to know it again', () => {
  const { text } = render('email-changed-notice', 'en');
  expect(text).toContain('New address: j•••@example.com');
  expect(text).not.toContain('jane');
});

/** The text line by line, without what only text needs. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => /^([^:]+): (.+)$/.exec(line)?.slice(1) ?? [line.replace(/:$/, '')]);
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== '--' && !line.includes('http'));
}

function readHtml(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
