import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PageWord } from '../../text/page-word.ts';
import type { Candidate } from '../find-candidates.ts';
import { buildRows } from './build-rows.ts';
import { findHead } from './find-head.ts';
import { findReceiptDate } from './find-receipt-date.ts';
import { findTotal } from './find-total.ts';
import { restorePrint } from './restore-print.ts';

/** Company, address, date and total of a receipt, which has few labels: its head, its dates, and its sums tell. */
export function findReceiptCandidates(words: readonly PageWord[], dayOrder: DayOrder): Candidate[] {
  const rows = buildRows(restorePrint(words));
  return [...findHead(rows), ...findReceiptDate(rows, dayOrder), ...findTotal(rows)];
}
