import type * as onnx from 'onnxruntime-node';

export type Runtime = Pick<typeof onnx, 'InferenceSession' | 'Tensor'>;

/** The native runtime is not there for this machine, or its library can't be loaded. */
export class NoNativeRuntimeError extends Error {
  constructor(cause: unknown) {
    super(`The native runtime of the text engine can't be loaded: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
    this.name = 'NoNativeRuntimeError';
  }
}

/** Loads the native library of ONNX Runtime, which takes some 40 MB and is there for some platforms only. */
export async function loadRuntime(): Promise<Runtime> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  return { InferenceSession, Tensor };
}
