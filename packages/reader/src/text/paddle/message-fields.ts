/** A field of a message of protocol buffers: a number or the bytes of what is within, and all of its own bytes. */
export type Field = { number: number; value: number | Uint8Array; whole: Uint8Array };

/** Takes a message of protocol buffers apart; its parts share its bytes. Numbers of fixed length are left in `whole`. */
export function readFields(message: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < message.length; ) {
    const start = at;
    const tag = readNumber(message, at);
    const number = Math.floor(tag.value / 8);
    const kind = tag.value % 8;
    const next = kind === 0 || kind === 2 ? readNumber(message, tag.end) : { value: 0, end: tag.end };
    at = next.end + (kind === 1 ? 8 : kind === 5 ? 4 : kind === 2 ? next.value : 0);
    if (kind > 2 && kind !== 5) throw new Error('This is no ONNX model.');
    const value = kind === 2 ? message.subarray(next.end, at) : next.value;
    fields.push({ number, value, whole: message.subarray(start, at) });
  }
  return fields;
}

/** The whole numbers of a packed field. */
export function readNumbers(packed: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < packed.length; ) {
    const { value, end } = readNumber(packed, at);
    numbers.push(value);
    at = end;
  }
  return numbers;
}

/** The 32-bit float that a field ends in. */
export function readFloat({ whole }: Field): number {
  return new DataView(whole.buffer, whole.byteOffset, whole.byteLength).getFloat32(whole.byteLength - 4, true);
}

function readNumber(bytes: Uint8Array, from: number): { value: number; end: number } {
  let [value, factor, at] = [0, 1, from];
  for (let byte = 128; byte >= 128; factor *= 128) {
    byte = bytes[at++] ?? 0;
    value += (byte % 128) * factor;
  }
  return { value, end: at };
}

/** A field with a whole number from 0 on, or with the bytes or the text that it holds. */
export function writeField(number: number, value: number | Uint8Array | string): Uint8Array {
  if (typeof value === 'number') return Uint8Array.from([...writeNumber(number * 8), ...writeNumber(value)]);
  const content = typeof value === 'string' ? Buffer.from(value) : value;
  return joinBytes([Uint8Array.from([...writeNumber(number * 8 + 2), ...writeNumber(content.length)]), content]);
}

/** A field with a 32-bit float. */
export function writeFloat(number: number, value: number): Uint8Array {
  return joinBytes([Uint8Array.from(writeNumber(number * 8 + 5)), new Uint8Array(Float32Array.of(value).buffer)]);
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function writeNumber(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}
