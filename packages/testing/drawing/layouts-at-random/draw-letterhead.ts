import type { SeededRandom } from '../seeded-random.ts';
import type { LayoutPlan } from './plan-layout.ts';

/** The top of a form: its issuer, what it is, and its number. `company` and `number` are HTML of the values. */
export function drawLetterhead(plan: LayoutPlan, company: string, numberLabel: string, number: string): string {
  const { letterhead, isSlip, title } = plan;
  const names = `<div class="names" style="text-align:${letterhead.align}"><div class="company">${company}</div>
${letterhead.lines.map((line) => `<p>${line}</p>`).join('')}</div>`;
  const logo = letterhead.logo === 0 ? '' : drawLogo(letterhead.logo);
  const numbering = `<div class="numbering ${plan.number === 'boxed' ? 'boxed' : ''}"><div class="title">${title}</div>
<span class="caption">${numberLabel}</span> <span class="${plan.number === 'stamped' ? 'stamp' : ''}">${number}</span></div>`;
  const band = letterhead.isBand ? 'band' : '';
  if (isSlip) {
    return `<div class="letterhead">${names}</div><div style="text-align:center" class="title">${title}</div>
<div class="block colon" style="margin:8px 0"><div class="entry"><span class="caption">${numberLabel}</span><span class="slot">${number}</span></div></div>`;
  }
  if (letterhead.align === 'center' || letterhead.isBand) {
    return `<div class="letterhead ${band}">${logo}${names}</div><div class="row" style="align-items:flex-end;margin-bottom:8px"><span class="grow"></span>${numbering}</div>`;
  }
  const parts =
    letterhead.align === 'right' ? [numbering.replace('text-align:right', ''), names, logo] : [logo, names, numbering];
  return `<div class="letterhead">${parts.join('')}</div>`;
}

function drawLogo(kind: number): string {
  const shapes = [
    '<circle cx="30" cy="30" r="26"/>',
    '<path d="M4 54 22 16 34 38 44 24 58 54Z"/>',
    '<path d="M30 4 56 18V42L30 56 4 42V18Z"/>',
    '<rect x="4" y="22" width="36" height="20"/><rect x="42" y="28" width="14" height="14"/><circle cx="14" cy="46" r="6"/><circle cx="48" cy="46" r="6"/>',
    '<path d="M30 4C44 24 50 32 50 42A20 16 0 0 1 10 42C10 32 16 24 30 4Z"/>',
  ];
  return `<svg width="62" height="62" viewBox="0 0 60 60" fill="currentColor">${shapes[kind - 1] ?? ''}</svg>`;
}

const sentences = [
  'All sales are subject to the terms on the reverse side.',
  'Driver must remain in the cab while loading. Hard hats are required at all times.',
  'Claims for shortage must be made within 48 hours of delivery.',
  'Buyer agrees to pay 1.5% per month on accounts over 30 days past due.',
  'Material delivered beyond the curb line is at the risk of the customer.',
  'WARNING: product may cause burns to skin and eyes. Avoid contact; wash with water.',
  'Loads over the legal weight leave at the risk of the hauler. Tarps are required by state law.',
  'Time is charged portal to portal. A minimum of 4 hours applies.',
  'In case of a spill call the number above. Carrier is responsible for placards (49 CFR 172).',
  'Please pay from this ticket. No statement will be sent unless requested.',
];

/** What stands at the foot of a form: terms, its form number, and who gets which copy. */
export function drawFoot(random: SeededRandom, plan: LayoutPlan): string {
  const from = Math.floor(random() * sentences.length);
  const terms = sentences.concat(sentences).slice(from, from + 1 + Math.floor(random() * 3));
  const copies = plan.copies
    ? '<p class="copies">WHITE – Office &nbsp; YELLOW – Customer &nbsp; PINK – Driver</p>'
    : '';
  return `<p class="terms" ${plan.isSlip ? 'style="text-align:center;font-size:12px"' : ''}>${terms.join(' ')}</p>${copies}`;
}
