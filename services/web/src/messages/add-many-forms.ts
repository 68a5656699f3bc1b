import type { Messages } from './make-translate.ts';

/**
 * The same texts, where every `_other` stands under `_many` too. Spanish has that form for whole millions, which differ
 * only in long sentences; i18next shows a bare key where a form is missing.
 */
export function addManyForms(messages: Messages): Messages {
  const forms = Object.entries(messages).flatMap(([key, text]): [string, string | Messages][] => {
    if (typeof text !== 'string') return [[key, addManyForms(text)]];
    const [stem, ending] = [key.replace(/_other$/, ''), key.slice(-6)];
    return ending === '_other'
      ? [
          [key, text],
          [`${stem}_many`, text],
        ]
      : [[key, text]];
  });
  return Object.fromEntries(forms);
}
