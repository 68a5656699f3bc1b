import { type ByteCollection, collectBytes } from '../collect-bytes.ts';
import { nameBytes } from '../write-integer.ts';
import { isKind, type PdfReference, type PdfValue } from './pdf-value.ts';

/**
 * Writes a PDF of the objects that `catalog` leads to, numbered in the order in which they are met, so that the same objects always
 * become the same bytes.
 * @param objects by the numbers that references name
 */
export function writePdf(catalog: PdfReference, objects: ReadonlyMap<number, PdfValue>): Uint8Array<ArrayBuffer> {
  const numbers = numberObjects(catalog, objects);
  const output = collectBytes(4096);
  // Four bytes that are no letters tell programs that the file is not text.
  output.add([...nameBytes('%PDF-1.7\n%'), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a]);
  const offsets: number[] = [];
  let length = 15;
  const add = (bytes: ArrayLike<number>): void => {
    output.add(bytes);
    length += bytes.length;
  };
  for (const [old, number] of numbers) {
    offsets.push(length);
    add(nameBytes(`${number} 0 obj\n`));
    const value = objects.get(old) ?? null;
    add(writeValue(value, numbers));
    if (isKind(value, 'stream')) {
      add(nameBytes('\nstream\n'));
      add(value.raw);
      add(nameBytes('\nendstream'));
    }
    add(nameBytes('\nendobj\n'));
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = numbers.size + 1;
  add(nameBytes(`xref\n0 ${size}\n0000000000 65535 f \n${entries}`));
  add(nameBytes(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return output.toBytes();
}

/** New numbers from 1 on by old ones, depth first. */
function numberObjects(catalog: PdfReference, objects: ReadonlyMap<number, PdfValue>): Map<number, number> {
  const numbers = new Map<number, number>();
  const waiting: PdfValue[] = [catalog];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (isKind(value, 'reference')) {
      if (numbers.has(value.number)) continue;
      numbers.set(value.number, numbers.size + 1);
      waiting.push(objects.get(value.number) ?? null);
    } else if (Array.isArray(value)) waiting.push(...[...value].reverse());
    else if (isKind(value, 'dictionary') || isKind(value, 'stream'))
      waiting.push(...[...value.entries.values()].reverse());
  }
  return numbers;
}

function writeValue(value: PdfValue, numbers: ReadonlyMap<number, number>): Uint8Array {
  const output = collectBytes(256);
  addValue(output, value, numbers);
  return output.toBytes();
}

function addValue(output: ByteCollection, value: PdfValue, numbers: ReadonlyMap<number, number>): void {
  if (Array.isArray(value)) {
    output.add(nameBytes('['));
    for (const [index, item] of value.entries()) {
      if (index > 0) output.add(nameBytes(' '));
      addValue(output, item, numbers);
    }
    output.add(nameBytes(']'));
  } else if (isKind(value, 'dictionary') || isKind(value, 'stream')) {
    output.add(nameBytes('<<'));
    for (const [key, item] of value.entries) {
      output.add(nameBytes(`${writeName(key)} `));
      addValue(output, item, numbers);
    }
    output.add(nameBytes('>>'));
  } else output.add(nameBytes(writeSimple(value, numbers)));
}

function writeSimple(value: Exclude<PdfValue, PdfValue[]>, numbers: ReadonlyMap<number, number>): string {
  if (typeof value === 'number') return writeNumber(value);
  if (isKind(value, 'name')) return writeName(value.name);
  if (isKind(value, 'text'))
    return `<${Array.from(value.bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}>`;
  if (isKind(value, 'reference')) return `${numbers.get(value.number) ?? 0} 0 R`;
  return String(value);
}

function writeName(name: string): string {
  const escaped = name.replace(
    /[^!-~]|[#()<>[\]{}/%]/g,
    (sign) => `#${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `/${escaped}`;
}

/** PDF knows no exponents. */
function writeNumber(value: number): string {
  const text = String(value);
  return /e/.test(text) ? value.toFixed(10).replace(/\.?0+$/, '') : text;
}
