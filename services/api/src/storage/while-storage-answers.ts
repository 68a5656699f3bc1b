import { ObjectMissingError } from '@ticket-pros/storage/object-missing-error';
import { ProblemError } from '../problems/problem-error.ts';

/** Runs `work` with the object store; throws `not_ready` when that does not answer, so that the phone tries again. */
export async function whileStorageAnswers<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ObjectMissingError) throw error;
    throw new ProblemError('not_ready', 'Photos can not be stored at the moment.', { cause: error });
  }
}
