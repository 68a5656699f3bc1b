import type { TicketType } from '@ticket-pros/contracts/field';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageForm, PageSize } from '@ticket-pros/contracts/reading';
import type { PageWord } from '../text/page-word.ts';
import type { FormIndex } from './index-forms.ts';
import { type FormEvidence, noEvidence, readFromForm } from './read-from-form.ts';
import { recognizeForm } from './recognize-form.ts';

/** Recognises the form of each page and reads from the first one that is known; later pages add the fields that it lacks. */
export function readKnownForms(
  words: readonly PageWord[],
  pages: readonly PageSize[],
  forms: FormIndex,
  ticketType: TicketType,
  dayOrder: DayOrder,
): { evidence: FormEvidence; forms: PageForm[] } {
  const recognized: PageForm[] = [];
  let evidence = noEvidence;
  for (const [page, size] of pages.entries()) {
    const match = recognizeForm(words, page, size, forms);
    if (match === null || match.form.ticketType !== ticketType.key) continue;
    recognized.push({ page, formId: match.id, support: match.support });
    evidence = recognized.length === 1 ? readFromForm(match, ticketType, dayOrder) : addPage(evidence, match);
  }
  return { evidence, forms: recognized };

  function addPage(before: FormEvidence, match: Parameters<typeof readFromForm>[0]): FormEvidence {
    const next = readFromForm(match, ticketType, dayOrder);
    const isNew = (field: string): boolean => !before.settled.has(field);
    const settled = new Set([...before.settled, ...next.settled]);
    return {
      candidates: [...before.candidates, ...next.candidates.filter(({ field }) => isNew(field))],
      settled,
      print: new Set([...before.print, ...next.print]),
      blank: new Set([...before.blank, ...next.blank].filter((field) => !settled.has(field))),
      // what one page lacks, another may have
      cells: before.cells.length > 0 ? before.cells : next.cells,
      doubtful: new Map([...before.doubtful].filter(([field]) => next.doubtful.has(field))),
    };
  }
}
