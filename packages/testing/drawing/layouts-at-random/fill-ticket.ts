import type { FieldType } from '@ticket-pros/contracts/field';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { normalizeFieldValue } from '@ticket-pros/contracts/normalize-field-value';
import { seededRandom } from '../seeded-random.ts';
import type { TicketPage } from '../ticket-page.ts';
import { startWriting } from '../value-writer.ts';
import { between, chance, oneOf, usualOf } from './choose.ts';
import { drawFoot, drawLetterhead } from './draw-letterhead.ts';
import { inventTicket } from './invent-ticket.ts';
import { layoutStyle } from './layout-style.ts';
import type { LayoutPlan } from './plan-layout.ts';
import type { Block, PlannedField } from './planned-field.ts';
import { wordings } from './trade-wordings.ts';

const hands: readonly (readonly [font: string, size: number])[] = [
  ['Caveat', 26],
  ['Kalam', 20],
  ['Patrick Hand', 22],
  ['Nothing You Could Do', 18],
  ['Architects Daughter', 19],
  ['Covered By Your Grace', 24],
  ['Gochi Hand', 22],
  ['Indie Flower', 21],
  ['Nanum Pen Script', 26],
  ['Reenie Beanie', 28],
  ['Shadows Into Light', 22],
];
const inks = ['#1b2f7d', '#1b2f7d', '#23242a', '#2a3f9d', '#37383f', '#5a2030'];

/** One filled-in sheet of a form: its own values, hand, pen and slip of the print; the scene comes later. */
export function fillTicket(plan: LayoutPlan, seed: number, at: number): Omit<TicketPage, 'scene' | 'condition'> {
  const random = seededRandom(
    seed * 15_485_863 + at * 32_452_843 + plan.name.length * 49_979 + Number(plan.name.slice(-2)) * 86_028_121,
  );
  const { fields, items } = inventTicket(random, plan.habits);
  fields.company = plan.letterhead.company;
  const put = startWriting(random, between(random, 0.5, 1.6));
  const [font, size] = oneOf(random, hands);
  const value = (name: string, byHand: boolean): string => {
    const text = fields[name];
    if (text === undefined || text === '') return put.leaveBlank(name);
    return byHand ? put.written(name, text, normal(name, text)) : put.printed(name, text, normal(name, text));
  };
  const filled = (field: PlannedField): string => {
    if (chance(random, field.blank)) return field.name === null ? '' : put.leaveBlank(field.name);
    if (field.name === null)
      return field.byHand ? put.scrawl(field.other ?? '') : `<span class="printed">${field.other}</span>`;
    return value(field.name, field.byHand) + (field.withUnit ? unitBehind(field) : '');
  };
  const named = new Set<string>();
  const unitBehind = ({ name, byHand }: PlannedField): string => {
    const unit = name === 'quantity' ? 'unit' : 'weight_unit';
    if (!named.has(unit)) {
      named.add(unit);
      return value(unit, byHand);
    }
    return byHand ? put.scrawl(fields[unit] ?? '') : `<span class="printed">${fields[unit]}</span>`;
  };
  const block = ({ style, columns, fields: labels, half }: Block): string => {
    const count = Math.min(columns, labels.length);
    const entries = labels.map(
      (field) =>
        `<div class="entry"><span class="caption">${field.label}</span><span class="slot">${filled(field)}</span></div>`,
    );
    return `<div class="block ${style} ${half ? 'half' : ''}" style="grid-template-columns:repeat(${count},minmax(0,1fr))">${entries.join('')}</div>`;
  };
  const table = (): string => {
    if (plan.items === null) return '';
    const { heads, order, rows, style } = plan.items;
    const kind = plan.habits.byHand ? 'handwritten' : 'printed';
    const lines = items.map((item) => {
      const cells: Record<string, string> = put.item(
        kind,
        plan.items?.order.includes('rate') ? item : { ...item, rate: null, amount: null },
      );
      return `<tr>${order.map((name) => `<td class="${name === 'rate' || name === 'amount' ? 'right' : ''}">${cells[name] ?? ''}</td>`).join('')}</tr>`;
    });
    const rest = Array.from(
      { length: Math.max(0, rows - lines.length) },
      () => `<tr>${'<td></td>'.repeat(order.length)}</tr>`,
    );
    const head = order
      .map((name) => `<th style="width:${name === 'description' ? 44 : 14}%">${heads[name] ?? ''}</th>`)
      .join('');
    return `<table class="items ${style}"><tr>${head}</tr>${[...lines, ...rest].join('')}</table>`;
  };
  const numberLabel = usualOf(seededRandom(plan.name.length + plan.size[0]), wordings.ticket_number ?? ['No.']);
  const head = drawLetterhead(plan, value('company', false), numberLabel, value('ticket_number', false));
  const before = plan.blocks.filter(({ part }) => part !== 'money' && part !== 'signing');
  const after = plan.blocks.filter(({ part }) => part === 'money' || part === 'signing');
  const body = `${head}<div class="blocks">${before.map(block).join('')}${table()}${after.map(block).join('')}</div>
${chance(random, 0.5) && !plan.isSlip ? '<span class="scribble">J Rmn</span>' : ''}${drawFoot(seededRandom(plan.size[1] + plan.name.length), plan)}`;
  const hand = { font, size, ink: oneOf(random, inks), faint: between(random, 0.78, 1) };
  const print = { dx: between(random, -3, 3), dy: between(random, -3, 3), faint: between(random, 0.75, 1) };
  return {
    name: '',
    template: plan.name,
    width: plan.size[0],
    height: plan.size[1],
    style: layoutStyle(plan, oneOf(random, plan.look.papers), hand, print),
    body,
    ...put.labels,
  };
}

const types = new Map<string, FieldType>(fieldTicketType.fields.map(({ name, type }) => [name, type]));

function normal(name: string, text: string): string {
  const normalized = normalizeFieldValue(types.get(name) ?? 'text', text);
  if (normalized === null) throw new Error(`${text} is no value of ${name}`);
  return normalized.toUpperCase();
}
