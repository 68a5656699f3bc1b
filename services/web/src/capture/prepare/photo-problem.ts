/** Why a chosen file can't become pages of a ticket. */
export type PhotoProblem = 'notAPhoto' | 'tooLarge' | 'damaged' | 'locked' | 'tooManyPages';

export class PhotoProblemError extends Error {
  readonly problem: PhotoProblem;

  constructor(problem: PhotoProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'PhotoProblemError';
    this.problem = problem;
  }
}
