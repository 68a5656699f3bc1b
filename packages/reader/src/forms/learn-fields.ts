import type { FieldType } from '@ticket-pros/contracts/field';
import { type Form, type FormField, formLimits } from '@ticket-pros/contracts/form';
import { type Area, round } from './frame-area.ts';
import type { ExampleValue, Located } from './locate-value.ts';
import { keepsShape, shapeOf } from './usual-shape.ts';

/** Adds to each of the named fields where its value stood and what it said, or that it was blank; `cleared` are those in which a member cleared what was read. */
export function learnFields(
  form: Form,
  types: ReadonlyMap<string, FieldType>,
  names: readonly string[],
  located: readonly Located[],
  cleared: ReadonlySet<string>,
): FormField[] {
  const before = new Map(form.fields.map((field) => [field.field, field]));
  const all = new Set([...before.keys(), ...names]);
  return [...all].slice(0, formLimits.fields).map((name): FormField => {
    const known = before.get(name) ?? { ...newField(name), blank: form.examples };
    if (!names.includes(name)) return known;
    const seen = located.find(({ value }) => value.field === name && value.row === 0);
    if (seen === undefined) {
      const refused = known.refused + Number(cleared.has(name));
      return { ...known, blank: known.blank + 1, refused };
    }
    const { value, located: place } = seen;
    const said = learnValue(known, types.get(name) ?? 'text', value, place?.weight ?? 0.5);
    return place === null ? said : learnPlace(said, place.area, place.weight);
  });
}

/** A field of which nothing is known. */
export function newField(name: string): FormField {
  return { field: name, places: [], filled: 0, blank: 0, refused: 0, values: [], shapes: [] };
}

/** Counts what a field said once more. */
export function learnValue(field: FormField, type: FieldType, value: ExampleValue, weight: number): FormField {
  const normalized = value.normalized ?? '';
  const values = countIn(
    field.values.map((said) => ({ ...said, key: said.normalized.toUpperCase() })),
    { key: normalized.toUpperCase(), normalized, printedText: value.printedText ?? normalized, weight },
    formLimits.values,
  ).map(({ key: _, ...said }) => said);
  const shape = shapeOf(normalized);
  const shapes = keepsShape(type)
    ? countIn(
        field.shapes.map((said) => ({ ...said, key: said.shape })),
        { key: shape, shape, weight },
        formLimits.shapes,
      ).map(({ key: _, ...said }) => said)
    : field.shapes;
  return { ...field, filled: field.filled + 1, values, shapes };
}

/** Adds where a field stood; the oldest place goes where there are too many. */
export function learnPlace(field: FormField, { left, top, right, bottom }: Area, weight: number): FormField {
  const place = { left: round(left), top: round(top), right: round(right), bottom: round(bottom), weight };
  return { ...field, places: [...field.places, place].slice(-formLimits.places) };
}

/** Keeps what was said most often; something new replaces what was said least and longest ago. */
function countIn<T extends { key: string; weight: number }>(before: readonly T[], said: T, most: number): T[] {
  const same = before.find(({ key }) => key === said.key);
  const others = before.filter((other) => other !== same);
  const kept = others.length < most ? others : withoutLeast(others);
  const counted = same === undefined ? said : { ...same, weight: same.weight + said.weight };
  return [...kept, counted].sort((a, b) => b.weight - a.weight);
}

function withoutLeast<T extends { weight: number }>(said: readonly T[]): T[] {
  const least = Math.min(...said.map(({ weight }) => weight));
  const first = said.findIndex(({ weight }) => weight === least);
  return said.filter((_, i) => i !== first);
}
