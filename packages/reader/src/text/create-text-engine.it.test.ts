/** @jest-environment <rootDir>/packages/reader/test/one-realm-environment.ts */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from '@jest/globals';
import type { GreyImage } from '../image/grey-image.ts';
import { openImage } from '../image/open-image.ts';
import { createTextEngine, type TextEngineOptions } from './create-text-engine.ts';
import { englishModels } from './paddle/models.ts';
import { spanOf } from './page-word.ts';
import type { TextEngine } from './text-engine.ts';

const slip = fileURLToPath(new URL('../../../testing/fixtures/tickets/landfill-slip-01.jpg', import.meta.url));
const opened: TextEngine[] = [];
afterEach(async () => {
  for (const engine of opened.splice(0)) await engine.close();
});

function open(options: TextEngineOptions): TextEngine {
  const engine = createTextEngine(options);
  opened.push(engine);
  return engine;
}

const blank: GreyImage = { data: new Uint8Array(400 * 300).fill(255), width: 400, height: 300 };

test('words have their signs, and lie within the page that they were read from', async () => {
  const engine = open({});
  const { words } = await engine.readPage(await openImage(await readFile(slip), 0));
  expect(engine.name).toBe('pp-ocr');
  expect(words.length).toBeGreaterThan(30);
  for (const { text, characters, confidence, quad } of words) {
    expect(characters.map((character) => character.text).join('')).toBe(text);
    expect(confidence).toBeLessThanOrEqual(1);
    const { left, top, right, bottom } = spanOf(quad);
    expect(right).toBeGreaterThan(left);
    expect(bottom).toBeGreaterThan(top);
  }
});

test('where the native runtime is missing, the other engine reads, and whoever asked is told once', async () => {
  const reasons: string[] = [];
  const engine = open({
    load: () => Promise.reject(new Error('no such library')),
    onFallback: ({ message }) => reasons.push(message),
  });
  const photo = await openImage(await readFile(slip), 0);
  const [{ words }, { words: again }] = await Promise.all([engine.readPage(photo), engine.readPage(blank)]);
  expect(words.length).toBeGreaterThan(30);
  expect(again).toEqual([]);
  expect(engine.name).toBe('tesseract.js');
  expect(reasons).toEqual([expect.stringContaining('no such library')]);
});

test('a model file that is another than the one tested is an error with its name, and no reason to fall back', async () => {
  const { direct } = englishModels;
  const engine = open({ models: { ...englishModels, recognize: { ...direct, sha256: 'ab'.repeat(32) } } });
  await expect(engine.readPage(blank)).rejects.toThrow(
    `${direct.path} is not the expected one: its SHA-256 is ${direct.sha256}, not ${'ab'.repeat(32)}`,
  );
  const missing = open({ models: { ...englishModels, detect: { ...direct, path: '/no/such/model.onnx' } } });
  await expect(missing.readPage(blank)).rejects.toThrow("/no/such/model.onnx can't be read");
});

test('a page without text has no words, also the smallest', async () => {
  const engine = open({});
  expect((await engine.readPage(blank)).words).toEqual([]);
  expect((await engine.readPage({ data: Uint8Array.of(255), width: 1, height: 1 })).words).toEqual([]);
});

test.each(['paddle', 'tesseract'] as const)('%s stops when it is told to, and reads the next page', async (engine) => {
  const reading = open({ engine });
  let asked = 0;
  const stopped = reading.readPage(await openImage(await readFile(slip), 0), () => ++asked > 1);
  await expect(stopped).rejects.toThrow('The reading was stopped.');
  expect(asked).toBe(2);
  expect((await reading.readPage(blank)).words).toEqual([]);
});
