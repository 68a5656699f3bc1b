import { capture } from './en/capture.ts';
import { common } from './en/every-page.ts';
import { failures } from './en/failures.ts';
import { makeTranslate } from './make-translate.ts';

/** The texts of the capture page: of the catalogue only the sections that it shows. */
export const t = makeTranslate('en', { capture, common, failures });
