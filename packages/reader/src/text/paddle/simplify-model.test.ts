/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { expect, test } from '@jest/globals';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { englishModels, readModel } from './models.ts';
import { decodeModel, encodeModel, type OnnxModel } from './onnx-model.ts';
import { simplifyModel } from './simplify-model.ts';

async function answer(model: Uint8Array, height: number, width: number): Promise<Float32Array> {
  const session = await InferenceSession.create(model, { intraOpNumThreads: 1, logSeverityLevel: 3 });
  const picture = Float32Array.from({ length: 3 * height * width }, (_, i) => Math.sin(i * 0.37) + Math.cos(i * 0.011));
  const [input = '', output = ''] = [session.inputNames[0], session.outputNames[0]];
  const { data } =
    (await session.run({ [input]: new Tensor('float32', picture, [1, 3, height, width]) }))[output] ?? {};
  await session.release();
  if (!(data instanceof Float32Array)) throw new Error('The model gave no numbers.');
  return data;
}

test.each([
  ['detect', 64, 96],
  ['direct', 48, 192],
  ['recognize', 48, 80],
] as const)('the simplified model answers the same in fewer steps: %s', async (name, height, width) => {
  const bytes = await readModel(englishModels[name]);
  const simplified = simplifyModel(bytes);
  const [before, after] = [await answer(bytes, height, width), await answer(simplified, height, width)];
  const furthest = after.reduce((most, number, i) => Math.max(most, Math.abs(number - (before[i] ?? 0))), 0);
  expect(after).toHaveLength(before.length);
  expect(furthest).toBeLessThan(1e-4);
  expect(Math.max(...before) / Math.min(...before)).toBeGreaterThan(1.2);
  expect(decodeModel(simplified).nodes.length).toBeLessThan(0.9 * decodeModel(bytes).nodes.length);
});

const empty: OnnxModel = { nodes: [], constants: new Map(), outputs: new Set(), restOfGraph: [], rest: [] };

test('weights too small to matter are zero, all others stay, and so do the bytes given', () => {
  const floats = Float32Array.of(1e-40, -3e-39, 1e-21, 1e-9, -0.5);
  const matrix = { operator: 'MatMul', inputs: ['x', 'weights'], outputs: ['y'], rest: [] };
  const bytes = encodeModel({ ...empty, nodes: [matrix], constants: new Map([['weights', { dims: [5, 1], floats }]]) });
  const given = Uint8Array.from(bytes);
  const { constants, nodes } = decodeModel(simplifyModel(bytes));
  expect(constants.get('weights')).toEqual({ dims: [5, 1], floats: Float32Array.of(0, 0, 0, 1e-9, -0.5) });
  expect(nodes).toEqual([matrix]);
  expect(bytes).toEqual(given);
});

test('bytes that are no model are told apart', () => {
  expect(() => simplifyModel(Uint8Array.of(0x3b, 0x3c))).toThrow('ONNX');
});
