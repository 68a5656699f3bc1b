import type { DecodedSign } from './decode-signs.ts';

/** A sign with the widest gap without ink between it and the one before, as a share of the line's height. */
export type LineSign = DecodedSign & { gap: number };

/**
 * Signs of one word, from where to where along the line it reaches, as shares of the line, and the steps of the
 * recognizer from the sign before it to the one behind it.
 */
export type LineWord = { signs: LineSign[]; from: number; to: number; steps: { from: number; to: number } };

/**
 * A space was passed over where the step from sign to sign is this many times the line's ordinary one and some paper
 * shows, or where this many times as much paper shows as ordinarily. Between the signs of a number it takes more of the former.
 */
const widestStep = 1.75;
const widestStepInNumbers = 2.2;
const leastPaper = 0.15;
const widestPaper = 2.8;
const leastStep = 1.2;
const leastPaperAlone = 0.18;
const fewestSteps = 3;
const ofNumbers = /^[\d.,:/$-]$/;

/**
 * Cuts a line into words at the spaces that the recognizer saw, and where signs stand so far apart that it passed one
 * over. The line took the recognizer so many steps.
 */
export function splitWords(signs: readonly LineSign[], lineSteps: number): LineWord[] {
  const letters = signs.filter(({ text }) => text.trim() !== '');
  const steps = signs
    .slice(1)
    .flatMap((sign, i) =>
      sign.text.trim() === '' || signs[i]?.text.trim() === '' ? [] : [sign.at - (signs[i]?.at ?? 0)],
    )
    .sort((a, b) => a - b);
  const step = steps[Math.floor(steps.length / 2)] ?? (letters.length > 1 ? 0.5 / letters.length : 1);
  const gaps = letters
    .slice(1)
    .map(({ gap }) => gap)
    .sort((a, b) => a - b);
  const ordinaryGap = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const isApart = (before: LineSign, sign: LineSign): boolean => {
    if (steps.length < fewestSteps) return false;
    const stepLength = (sign.at - before.at) / step;
    const isNumber = ofNumbers.test(before.text) && ofNumbers.test(sign.text);
    // where a rule runs along the line, no paper shows anywhere
    const widest = isNumber ? widestStepInNumbers : widestStep;
    if (stepLength > widest && (sign.gap >= leastPaper || ordinaryGap === 0)) return true;
    if (isNumber) return false;
    return stepLength > leastStep && sign.gap > Math.max(leastPaperAlone, widestPaper * ordinaryGap) && ordinaryGap > 0;
  };
  const words: LineSign[][] = [];
  let before: LineSign | null = null;
  for (const [i, sign] of signs.entries()) {
    const isSpace = sign.text.trim() === '';
    const opens =
      before === null ||
      before.text.trim() === '' ||
      isApart(before, sign) ||
      isAfterMark(words.at(-1) ?? [], signs.slice(i, i + 3));
    if (!isSpace && opens) words.push([sign]);
    else if (!isSpace) words.at(-1)?.push(sign);
    before = sign;
  }
  return words.map((own) => ({
    signs: own,
    from: Math.max(0, (own[0]?.at ?? 0) - step / 2),
    to: Math.min(1, (own.at(-1)?.at ?? 1) + step / 2),
    steps: stepsOf(own, signs, lineSteps),
  }));
}

function stepsOf(word: readonly LineSign[], line: readonly LineSign[], lineSteps: number): LineWord['steps'] {
  const [first, last] = [word[0], word.at(-1)];
  const before = first === undefined ? undefined : line[line.indexOf(first) - 1];
  const behind = last === undefined ? undefined : line[line.indexOf(last) + 1];
  return { from: (before?.last ?? -1) + 1, to: behind?.first ?? lineSteps };
}

/**
 * After a comma, an initial's point, a label's colon or `No.`, what follows is a word of its own, however narrow the
 * space: `Smith,LLC`, `J.Garza`, `Office:6650`, `No.4471`.
 */
function isAfterMark(word: readonly LineSign[], next: readonly LineSign[]): boolean {
  const text = word.map((sign) => sign.text).join('');
  const following = next.map((sign) => sign.text).join('');
  if (/\p{L}{2},$/u.test(text)) return /^\p{L}/u.test(following);
  if (/^\p{Lu}\.$/u.test(text)) return /^\p{L}{3}/u.test(following);
  return /\p{L}{2}[#.]?:$|\p{L}#$|(?:^|\.)No\.$/iu.test(text) && /^[\p{L}\d$]/u.test(following);
}
