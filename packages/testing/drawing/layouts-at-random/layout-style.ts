import type { LayoutPlan } from './plan-layout.ts';

/** The style sheet of a form, for one sheet of it: its paper's colour, and whose hand and pen filled it in. */
export function layoutStyle(
  { look, isSlip, size, letterhead }: LayoutPlan,
  paper: string,
  hand: { font: string; size: number; ink: string; faint: number },
  print: { dx: number; dy: number; faint: number },
): string {
  const label = isSlip ? look.print : look.labels;
  return `
#ticket { background: ${paper}; color: ${look.accent}; font-family: '${label}'; --ink: ${hand.ink}; --rule: ${look.rule};
  padding: ${isSlip ? 20 : Math.round(size[0] * 0.045)}px; overflow: hidden; font-size: 13px; }
.printed { font: 400 ${look.printSize}px/1.05 '${look.print}'; ${look.print === 'Doto' ? 'font-weight: 900;' : ''} color: #17181c;
  opacity: ${print.faint}; transform: translate(${print.dx}px, ${print.dy}px); }
.handwritten { font: 400 ${hand.size}px/1 '${hand.font}'; opacity: ${hand.faint}; }
.letterhead { display: flex; gap: 14px; align-items: center; margin-bottom: 8px; }
.letterhead.band { background: ${look.accent}; color: #fff; margin: -${Math.round(size[0] * 0.045)}px -${Math.round(size[0] * 0.045)}px 10px; padding: 14px 30px; }
.letterhead.band .printed { color: #fff; }
.letterhead .names { flex: 1; }
.letterhead .company, .letterhead .company .printed { font: ${isSlip ? `700 19px/1.1 '${look.print}'` : `700 ${Math.round(size[0] / Math.max(29, 1.7 * letterhead.company.length))}px/1.1 '${look.heads}'`};
  color: inherit; opacity: 1; transform: none; white-space: normal; }
.letterhead p { font-size: 11px; line-height: 1.35; }
.title { font: 700 ${isSlip ? 15 : 18}px/1.2 '${look.heads}'; text-transform: uppercase; letter-spacing: .04em; }
.numbering { text-align: right; white-space: nowrap; }
.numbering.boxed { border: 2px solid var(--rule); padding: 4px 10px; }
.stamp .printed { font: 700 24px/1.1 '${look.heads === 'Anton' ? 'Tinos' : 'Zilla Slab'}'; color: #b1242b; letter-spacing: .05em; opacity: 1; }
.blocks { display: flex; flex-wrap: wrap; gap: 10px; }
.block { display: grid; width: 100%; align-content: start; }
.block.half { width: calc(50% - 5px); margin-left: auto; }
.slot { min-width: 0; white-space: nowrap; min-height: ${isSlip ? 16 : 24}px; display: flex; align-items: flex-end; gap: 8px; padding: 0 4px; }
.entry { min-width: 0; display: flex; gap: 6px; }
.caption { font-size: 12px; white-space: nowrap; }
.line { gap: 6px 16px; } .line .entry { align-items: flex-end; } .line .slot { flex: 1; border-bottom: 1.2px solid var(--rule); }
.cell .entry { flex-direction: column; border: 1.2px solid var(--rule); gap: 0; min-height: 44px; }
.cell .caption { font-size: 9.5px; padding: 2px 4px 0; } .cell .slot { flex: 1; }
.inline .entry { border: 1.2px solid var(--rule); align-items: center; padding: 3px 6px; } .inline .slot { flex: 1; justify-content: ${look.slots}; }
.rows .entry { border: 1.2px solid var(--rule); align-items: stretch; gap: 0; }
.rows .caption { width: 44%; padding: 4px 6px; border-right: 1.2px solid var(--rule); } .rows .slot { flex: 1; justify-content: ${look.slots}; align-items: center; }
.colon { gap: 3px 18px; } .colon .entry { align-items: baseline; } .colon .slot { flex: 1; align-items: baseline; ${isSlip ? 'justify-content: flex-end;' : ''} }
.colon .caption::after { content: ':'; }
.under { gap: 8px 24px; } .under .entry { flex-direction: column-reverse; gap: 1px; } .under .slot { border-bottom: 1.2px solid var(--rule); min-height: 34px; }
.under .caption { font-size: 10.5px; }
.heads .entry { flex-direction: column; gap: 0; border: 1.2px solid var(--rule); }
.heads .caption { text-align: center; border-bottom: 1.2px solid var(--rule); padding: 3px; background: rgba(0,0,0,.06); }
.heads .slot { justify-content: center; min-height: 30px; align-items: center; }
.items { width: 100%; margin: 6px 0; } .items th { font: 700 11px/1.3 '${look.labels}'; text-transform: none; border-color: var(--rule); }
.items td { height: 27px; padding: 1px 6px; border-color: var(--rule); } .items .right { text-align: right; }
.items.open td { border-width: 0 0 1px; } .items.open th { border-width: 0 0 2px; text-align: left; }
.items.banded td { border-width: 0 1px; } .items.banded tr:nth-child(even) td { background: rgba(0,0,0,.05); } .items.banded th { background: ${look.accent}; color: #fff; }
.terms { font-size: 9px; line-height: 1.35; margin-top: 10px; }
.copies { font-size: 10px; margin-top: 6px; letter-spacing: .03em; }
.scribble { font: 400 44px/1 'Mrs Saint Delafield'; color: var(--ink); }
`;
}
