import type { InferenceSession } from 'onnxruntime-node';
import { type loadRuntime, NoNativeRuntimeError, type Runtime } from './load-runtime.ts';
import { type ModelFile, ModelFileError, type Models, readModel } from './models.ts';
import { simplifyModel } from './simplify-model.ts';

/** Numbers of a picture or of what a model says about it, in the order of `dims`. */
export type Numbers = { data: Float32Array; dims: readonly number[] };

/** A loaded model: one picture in, numbers out. */
export type Model = { run: (input: Numbers) => Promise<Numbers>; close: () => Promise<void> };
export type OpenModels = Record<'detect' | 'direct' | 'recognize', Model> & { signs: readonly string[] };

/** One thread that sleeps between pictures; memory is not kept for each size of picture, of which there are many. */
const settings: InferenceSession.SessionOptions = {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  enableMemPattern: false,
  enableCpuMemArena: true,
  logSeverityLevel: 3,
  extra: { session: { intra_op: { allow_spinning: '0' } } },
};

/**
 * Loads the runtime and the models.
 * @throws NoNativeRuntimeError where the runtime can't be loaded, ModelFileError where a file is not as it should be.
 */
export async function openModels(models: Models, load: typeof loadRuntime): Promise<OpenModels> {
  const runtime = await load().catch((cause: unknown) => {
    throw new NoNativeRuntimeError(cause);
  });
  const detect = await openModel(runtime, models.detect);
  const direct = await openModel(runtime, models.direct);
  const recognize = await openModel(runtime, models.recognize);
  return { detect, direct, recognize, signs: models.signs };
}

async function openModel({ InferenceSession, Tensor }: Runtime, file: ModelFile): Promise<Model> {
  const session = await InferenceSession.create(simplifyModel(await readModel(file)), settings);
  const [inputName, outputName] = [session.inputNames[0], session.outputNames[0]];
  if (inputName === undefined || outputName === undefined) throw new ModelFileError(`${file.path} is no such model.`);
  return {
    async run({ data, dims }) {
      const input = new Tensor('float32', data, dims);
      const output = (await session.run({ [inputName]: input }, [outputName]))[outputName];
      if (!(output?.data instanceof Float32Array)) throw new ModelFileError(`${file.path} does not answer in numbers.`);
      return { data: output.data, dims: output.dims };
    },
    close: () => session.release(),
  };
}
