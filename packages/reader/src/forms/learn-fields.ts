import { type Form, type FormField, formLimits } from '@ticket-pros/contracts/form';
import { type Area, round } from './frame-area.ts';
import type { ExampleValue, Located } from './locate-value.ts';

/** Adds to each of the named fields where its value stood and what it said, or that it was blank. */
export function learnFields(form: Form, names: readonly string[], located: readonly Located[]): FormField[] {
  const before = new Map(form.fields.map((field) => [field.field, field]));
  const all = new Set([...before.keys(), ...names]);
  return [...all].slice(0, formLimits.fields).map((name): FormField => {
    const known = before.get(name) ?? { field: name, places: [], filled: 0, blank: form.examples, values: [] };
    if (!names.includes(name)) return known;
    const seen = located.find(({ value }) => value.field === name && value.row === 0);
    if (seen === undefined) return { ...known, blank: known.blank + 1 };
    const { value, located: place } = seen;
    const places = place === null ? known.places : [...known.places, { ...rounded(place.area), weight: place.weight }];
    return {
      ...known,
      filled: known.filled + 1,
      places: places.slice(-formLimits.places),
      values: countValue(known.values, value, place?.weight ?? 0.5),
    };
  });
}

/** Keeps the values said most often; a new one replaces the one that was said least and longest ago. */
function countValue(values: FormField['values'], value: ExampleValue, weight: number): FormField['values'] {
  const normalized = value.normalized ?? '';
  const same = values.find((other) => other.normalized.toUpperCase() === normalized.toUpperCase());
  const said = {
    normalized: same?.normalized ?? normalized,
    printedText: same?.printedText ?? value.printedText ?? normalized,
    weight: (same?.weight ?? 0) + weight,
  };
  const others = values.filter((other) => other !== same);
  const kept = others.length < formLimits.values ? others : withoutLeast(others);
  return [...kept, said].sort((a, b) => b.weight - a.weight);
}

function withoutLeast(values: FormField['values']): FormField['values'] {
  const least = Math.min(...values.map(({ weight }) => weight));
  const first = values.findIndex(({ weight }) => weight === least);
  return values.filter((_, i) => i !== first);
}

function rounded({ left, top, right, bottom }: Area): Area {
  return { left: round(left), top: round(top), right: round(right), bottom: round(bottom) };
}
