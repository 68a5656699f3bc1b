import { ImageFormatError } from '../image-format-error.ts';

/** The answer, or undefined where the bytes are too broken for one. */
export function attempt<Answer>(read: () => Answer): Answer | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImageFormatError) return undefined;
    throw error;
  }
}
