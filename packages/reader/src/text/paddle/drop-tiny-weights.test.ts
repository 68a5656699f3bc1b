import { expect, test } from '@jest/globals';
import { dropTinyWeights } from './drop-tiny-weights.ts';

function field(number: number, content: Uint8Array | number): Uint8Array {
  if (typeof content === 'number') return Uint8Array.of(number * 8, content);
  const length = content.length < 128 ? [content.length] : [(content.length % 128) + 128, content.length >> 7];
  return Uint8Array.from([number * 8 + 2, ...length, ...content]);
}

function message(...fields: Uint8Array[]): Uint8Array {
  return Uint8Array.from(fields.flatMap((bytes) => [...bytes]));
}

function weights(type: number, ...numbers: number[]): Uint8Array {
  return message(field(2, type), field(9, new Uint8Array(Float32Array.from(numbers).buffer)));
}

/** A model with one tensor among the graph's own and one in a constant node. */
function model(numbers: number[], type = 1): Uint8Array {
  const constant = field(1, field(5, field(5, weights(type, ...numbers))));
  return field(7, message(field(5, weights(type, ...numbers)), constant));
}

test('weights too small to matter are zero wherever they stand, and all others as they were', () => {
  const many = Array.from({ length: 60 }, (_, i) => i / 7);
  expect(dropTinyWeights(model([1e-40, -3e-39, 1e-21, 1e-9, -0.5, ...many]))).toEqual(
    model([0, 0, 0, 1e-9, -0.5, ...many]),
  );
});

test('data of other types is left alone, and the bytes given are not changed', () => {
  const numbers = model([1e-40], 7);
  expect(dropTinyWeights(numbers)).toEqual(numbers);
  const floats = model([1e-40]);
  dropTinyWeights(floats);
  expect(floats).toEqual(model([1e-40]));
});

test('bytes that are no model are told apart', () => {
  expect(() => dropTinyWeights(Uint8Array.of(0x3b, 0x3c))).toThrow('ONNX');
});
