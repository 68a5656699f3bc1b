import type { Segment } from '../text/build-segments.ts';

const colours = /\b(?:white|canary|yellow|pink|gold(?:en ?rod)?|goldenrod|green|blue|buff)\b/gi;
const keepers =
  /\b(?:cop(?:y|ies)|office|customers?|drivers?|files?|shop|vendor|shipper|carrier|plant|billing|accounting)\b/i;
const formNumber =
  /\brev(?:ision)?\b\.? ?(?:[a-z]|\d+(?:[/.-]\d+)*)\)?$|^\(?(?:form|page)\b:? ?(?:no\.? ?|# ?)?[A-Z]*[\d-]|^page \d+ of|\bprinted (?:on|by|in|\d)/i;

/**
 * Whether a phrase is the paper's own fine print: who keeps which copy (`White: Office  Yellow: Customer`), the number of the
 * form or of the page, when and by whom it was printed. Its words are neither labels nor values.
 */
export function isFinePrint({ words }: Segment): boolean {
  const text = words.map((word) => word.text).join(' ');
  const coloured = text.match(colours)?.length ?? 0;
  if (coloured > 1 || (coloured === 1 && keepers.test(text) && !/\d{3}/.test(text))) return true;
  return formNumber.test(text);
}
