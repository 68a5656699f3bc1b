import { Fragment, type ReactNode } from 'react';

/** Stand in a translated sentence for what is filled in afterwards, as it may be a link; nothing that people typed is among them. */
export const who = '\u{E000}who\u{E001}';
export const what = '\u{E000}what\u{E001}';

const mark = /\u{E000}(who|what)\u{E001}/u;

/** A translated sentence with its marks filled in. */
export function fillSentence(sentence: string, parts: { who: ReactNode; what: ReactNode }): ReactNode[] {
  return sentence.split(mark).map((piece, at) => {
    const key = `${at}`;
    // Every second piece is the name of a mark.
    if (at % 2 === 0) return <Fragment key={key}>{piece}</Fragment>;
    return <b key={key}>{piece === 'who' ? parts.who : parts.what}</b>;
  });
}
