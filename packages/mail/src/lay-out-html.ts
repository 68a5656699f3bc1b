import type { Language } from '@ticket-pros/contracts/account';
import type { MailWords } from './define-template.ts';

/**
 * The identity in a mail: light as an attribute of each element, since many programs read nothing else, dark over it where the
 * program knows of it. Nothing is fetched from anywhere.
 */
const dark = `@media (prefers-color-scheme: dark) {
.page { background: #131414 !important }
.sheet { background: #1a1b1b !important; border-color: #313434 !important }
.ink { color: #eceeee !important }
.soft { color: #a3aaaa !important }
.line { border-color: #313434 !important }
.accent { background: #5cc0b8 !important; color: #06201e !important }
.link { color: #7dd1ca !important }
}`;

const ink = 'color:#171919';
const soft = 'color:#585e5e';
const accent = 'background:#0f6b66;color:#ffffff';
const breakAnywhere = 'word-break:break-word;overflow-wrap:anywhere';

/** A mail as a page of HTML. Everything in it is escaped. */
export function layOutHtml(words: MailWords, language: Language): string {
  const { subject, heading, paragraphs, facts = [], action, afterAction, why, ifNotYou } = words;
  const body = [
    `<p style="margin:0 0 24px;font-weight:600;${ink}" class="ink">${mark}Ticket Pros</p>`,
    `<h1 style="margin:0 0 16px;font-size:22px;line-height:28px;font-weight:600;${ink}" class="ink">${escapeHtml(heading)}</h1>`,
    ...paragraphs.map((text) => paragraph(text)),
    facts.length === 0 ? '' : factTable(facts),
    action === undefined ? '' : actionButton(action),
    afterAction === undefined ? '' : paragraph(afterAction),
    `<hr style="margin:24px 0;border:0;border-top:1px solid #e1e4e4" class="line">`,
    smallParagraph(ifNotYou),
    smallParagraph(why),
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>${dark}</style>
</head>
<body style="margin:0;padding:0;background:#f5f6f6" class="page">
<div style="padding:24px 12px;background:#f5f6f6" class="page">
<div style="max-width:560px;margin:0 auto;padding:32px 24px;background:#ffffff;border:1px solid #e1e4e4;border-radius:6px;font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif;font-size:16px;line-height:24px;${breakAnywhere}" class="sheet" role="main">
${body.filter((part) => part !== '').join('\n')}
</div>
</div>
</body>
</html>
`;
}

/** The mark in characters, since a drawing would have to be fetched. */
const mark = `<span style="display:inline-block;width:28px;margin-right:8px;border-radius:6px;text-align:center;font-weight:700;font-family:'Segoe UI Symbol','Apple Symbols','Noto Sans Symbols 2','DejaVu Sans',sans-serif;${accent}" class="accent" aria-hidden="true">&#10003;</span>`;

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px;${ink}" class="ink">${withLinks(text)}</p>`;
}

function smallParagraph(text: string): string {
  return `<p style="margin:0 0 8px;font-size:14px;line-height:20px;${soft}" class="soft">${withLinks(text)}</p>`;
}

function factTable(facts: NonNullable<MailWords['facts']>): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="padding:0 16px 4px 0;text-align:left;vertical-align:top;font-weight:400;${soft}" class="soft">${escapeHtml(name)}</th><td style="padding:0 0 4px;vertical-align:top;${ink}" class="ink">${escapeHtml(value)}</td></tr>`,
  );
  return `<table style="margin:0 0 16px;border-collapse:collapse;font-size:16px;line-height:24px">\n${rows.join('\n')}\n</table>`;
}

function actionButton({ label, url }: NonNullable<MailWords['action']>): string {
  return `<p style="margin:24px 0 8px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;font-weight:600;text-decoration:none;${accent}" class="accent">${escapeHtml(label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;line-height:20px;${soft}" class="soft">${link(url)}</p>`;
}

/** The product's own addresses inside a sentence become links; they end before the bracket or the blank that follows. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s)]+)/)
    .map((part, index) => (index % 2 === 1 ? link(part) : escapeHtml(part)))
    .join('');
}

function link(url: string): string {
  return `<a href="${escapeHtml(url)}" style="color:#0a5652" class="link">${escapeHtml(url)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
