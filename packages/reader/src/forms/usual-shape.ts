import type { FieldType } from '@ticket-pros/contracts/field';
import type { FormField } from '@ticket-pros/contracts/form';

/** Only of identifiers and numbers the shape says something. */
export function keepsShape(type: FieldType): boolean {
  return type === 'code' || type === 'number' || type === 'money';
}

const longestShape = 40;

/** A normal form with each digit as `9` and its letters as they are. */
export function shapeOf(normalized: string): string {
  return normalized
    .toUpperCase()
    .replace(/\p{Nd}/gu, '9')
    .slice(0, longestShape);
}

/** A shape with letters as `A`, too. */
export function maskOf(shape: string): string {
  return shape.replace(/\p{L}/gu, 'A');
}

/** Identifiers of one form are made alike: from so much said on, all of it in one shape, another shape is doubted. */
const leastShaped = 1.8;

/** Whether a value is made of digits and letters as those that stood in the field before; true where they differ among themselves. */
export function hasUsualShape({ shapes }: FormField, normalized: string, type: FieldType): boolean {
  if (type !== 'code') return true;
  const masks = new Set(shapes.map(({ shape }) => maskOf(shape)));
  const total = shapes.reduce((sum, { weight }) => sum + weight, 0);
  return masks.size !== 1 || total < leastShaped || masks.has(maskOf(shapeOf(normalized)));
}
