export type ImageFormatProblem = 'unsupported_image' | 'image_damaged';

/**
 * The bytes are no JPEG, PNG or WebP that we take (`unsupported_image`), or are one that is cut or broken
 * (`image_damaged`).
 */
export class ImageFormatError extends Error {
  readonly code: ImageFormatProblem;

  constructor(code: ImageFormatProblem, message: string) {
    super(message);
    this.name = 'ImageFormatError';
    this.code = code;
  }
}
