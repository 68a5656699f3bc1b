import { formSchema } from '@ticket-pros/contracts/form';
import { type FormIndex, indexForms } from '@ticket-pros/reader/forms/index-forms';
import { z } from 'zod';
import type { SharedForms } from './load-forms.ts';

const rowsSchema = z.array(z.object({ id: z.uuid(), form: formSchema }));

/** Accounts whose forms a thread keeps ready. */
const mostAccounts = 5;

/** In a thread of the reader: an account's forms ready for being recognised, prepared anew only when they changed. */
export function knownForms(): (forms: SharedForms) => FormIndex {
  const ready = new Map<string, { stamp: string; index: FormIndex }>();
  return ({ accountId, stamp, json }) => {
    const known = ready.get(accountId);
    const index = known?.stamp === stamp ? known.index : prepare(json);
    ready.delete(accountId);
    ready.set(accountId, { stamp, index });
    const [oldest] = ready.keys();
    if (ready.size > mostAccounts && oldest !== undefined) ready.delete(oldest);
    return index;
  };
}

function prepare(json: SharedArrayBuffer): FormIndex {
  // a decoder does not take shared memory
  const text = new TextDecoder().decode(Uint8Array.from(new Uint8Array(json)));
  return indexForms(rowsSchema.parse(JSON.parse(text)));
}
