import { ImageFormatError } from '../image-format-error.ts';
import type { PdfObjects } from './pdf-file.ts';
import { entriesOf, isKind, type PdfReference, type PdfValue } from './pdf-value.ts';

/** What stays of a value in a certain place; undefined when nothing does. References are followed before. */
export type Copy = (value: PdfValue, copier: Copier) => PdfValue | undefined;

export type Copier = {
  objects: PdfObjects;
  /** Copies what a value is or refers to; what was referred to is referred to again. */
  follow(value: PdfValue | undefined, copy: Copy): PdfValue | undefined;
  /** Counts bytes against the length of the file, so that few bytes can't become many. */
  spend(bytes: number): void;
};

const deepest = 200;

/** @param most bytes of streams that may be copied */
export function startCopying(objects: PdfObjects, most: number): { copier: Copier; copied: Map<number, PdfValue> } {
  const copied = new Map<number, PdfValue>();
  const known = new Map<Copy, Map<number, PdfReference | undefined>>();
  let depth = 0;
  let left = most;
  const copier: Copier = {
    objects,
    follow(value, copy) {
      if (value === undefined) return undefined;
      if (++depth > deepest) throw new ImageFormatError('image_damaged', 'Objects lie too deep in one another.');
      try {
        return isKind(value, 'reference') ? followReference(value.number, copy) : copy(value, copier);
      } finally {
        depth--;
      }
    },
    spend(bytes) {
      left -= bytes;
      if (left < 0) throw new ImageFormatError('image_damaged', 'The page has more data than the file.');
    },
  };
  const followReference = (number: number, copy: Copy): PdfReference | PdfValue | undefined => {
    const numbers = known.get(copy) ?? new Map<number, PdfReference | undefined>();
    known.set(copy, numbers);
    if (numbers.has(number)) return numbers.get(number);
    const resolved = objects.resolve({ kind: 'reference', number });
    if (entriesOf(resolved) === undefined && !Array.isArray(resolved)) return copy(resolved, copier);
    const reference: PdfReference = { kind: 'reference', number: copied.size + 1 };
    // Before it is copied, since it may refer to itself.
    copied.set(reference.number, null);
    numbers.set(number, reference);
    const copy_ = copy(resolved, copier);
    if (copy_ === undefined) {
      numbers.set(number, undefined);
      return undefined;
    }
    copied.set(reference.number, copy_);
    return reference;
  };
  return { copier, copied };
}

/** Numbers, names, truth values, and lists of them. */
export const plain: Copy = (value, copier) => {
  if (typeof value === 'number' || typeof value === 'boolean' || isKind(value, 'name')) return value;
  if (!Array.isArray(value)) return undefined;
  return value.map((item) => copier.follow(item, plain) ?? null);
};

/** The same, and text that viewers need to find a letter or a colour. */
export const plainText: Copy = (value, copier) => {
  if (isKind(value, 'text')) return value;
  return Array.isArray(value) ? value.map((item) => copier.follow(item, plainText) ?? null) : plain(value, copier);
};

/** A dictionary with these entries alone, in this order. */
export function dictionary(entries: () => Record<string, Copy>): Copy {
  return (value, copier) => {
    const from = entriesOf(value);
    return from && { kind: 'dictionary', entries: copyEntries(from, entries(), copier) };
  };
}

export function copyEntries(
  from: ReadonlyMap<string, PdfValue>,
  kept: Record<string, Copy>,
  copier: Copier,
): Map<string, PdfValue> {
  const entries = new Map<string, PdfValue>();
  for (const [key, copy] of Object.entries(kept)) {
    const value = copier.follow(from.get(key), copy);
    if (value !== undefined) entries.set(key, value);
  }
  return entries;
}

/** A dictionary whose names the page itself gives. */
export function namesTo(copy: () => Copy): Copy {
  return (value, copier) => {
    const entries = new Map<string, PdfValue>();
    for (const [name, item] of entriesOf(value) ?? []) {
      const copied = copier.follow(item, copy());
      if (copied !== undefined) entries.set(name, copied);
    }
    return { kind: 'dictionary', entries };
  };
}

/** A list, or one thing that could stand in a list. What is not kept of a list goes. */
export function listOf(copy: () => Copy): Copy {
  return (value, copier) => {
    if (!Array.isArray(value)) return copy()(value, copier);
    const kept = value.map((item) => copier.follow(item, copy())).filter((item) => item !== undefined);
    return kept.length === 0 ? undefined : kept;
  };
}

/** The first of these that keeps something. */
export function eitherOf(copies: () => Copy[]): Copy {
  return (value, copier) => {
    for (const copy of copies()) {
      const copied = copy(value, copier);
      if (copied !== undefined) return copied;
    }
    return undefined;
  };
}
