import { z } from 'zod';
import { ProblemError } from '../problems/problem-error.ts';

/** What a manifest says, as its schema wants it. Throws `invalid_manifest` with what is wrong with it, or `too_many_images`. */
export function parseManifest<Manifest>(schema: z.ZodType<Manifest>, text: string): Manifest {
  const result = schema.safeParse(parseJson(text));
  if (result.success) return result.data;
  const tooMany = result.error.issues.some((issue) => issue.code === 'too_big' && issue.path.join('.') === 'images');
  throw new ProblemError(tooMany ? 'too_many_images' : 'invalid_manifest', z.prettifyError(result.error));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
