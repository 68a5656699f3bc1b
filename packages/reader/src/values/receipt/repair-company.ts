import { withoutRegistration } from './name-row.ts';
import { repairText } from './repair-text.ts';

/** What names the owner of a shop stands after: `OWN BY: …`, `Licensee: …`. */
const ownedBy = /^.*\b(?:OWN(?:ED)? BY|OPERATED BY|MANAGED BY|D\/?B\/?A|C\/O|TRADING AS|T\/A)\b\W*/i;
const legalForms = 'SDN|BHD|S/B|LLC|INC|LTD|PTY|CORP';

/** A company's name as it should be written: without its number in a register, with the spaces and signs of its legal form. */
export function repairCompany(text: string): string {
  const name = withoutRegistration(repairText(text.replace(ownedBy, '')))
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N}).!']+$/gu, '')
    // `CAFESDN BHD`, `(M)BHD`, `PTYLTD`
    .replace(/(?<=\p{L}{3}|\))(?=SDN\.? ?B[HN]D\b)/giu, ' ')
    .replace(/\b(SDN|PTY)(\.?)[ ,]*(?=(?:B\p{Lu}{2}|\p{Lu}HD|LTD)\b)/giu, '$1$2 ')
    .replace(/\b5\/B\b/g, 'S/B')
    .replace(/\b(MRS?|DR)\.(?=\p{L})/giu, '$1. ')
    // after one half of a form stands the other
    .replace(/\bSDN(\.?) (?!BHD)\p{L}{3}(?=\.?$)/iu, 'SDN$1 BHD')
    .replace(/\s+/g, ' ')
    .trim();
  return closeParentheses(name);
}

/** `BEMED (SP SDN. BHD.` → `BEMED (SP) SDN. BHD.`: what was opened ends before the legal form. */
function closeParentheses(text: string): string {
  if (!/\([^)]*$/.test(text)) return text;
  const closed = text.replace(new RegExp(`(\\([^()]+?)(?= (?:${legalForms})\\b)`, 'i'), '$1)');
  return closed === text ? `${text})` : closed;
}
