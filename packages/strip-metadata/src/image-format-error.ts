/**
 * `unsupported_image`: nothing that we take. `image_damaged`: cut or broken. `several_pages`: to be split first
 * (open-pages.ts). `file_locked`: needs a password.
 */
export type ImageFormatProblem = 'unsupported_image' | 'image_damaged' | 'several_pages' | 'file_locked';

/** Why bytes are not taken as one page. */
export class ImageFormatError extends Error {
  readonly code: ImageFormatProblem;

  constructor(code: ImageFormatProblem, message: string) {
    super(message);
    this.name = 'ImageFormatError';
    this.code = code;
  }
}
