import { z } from 'zod';
import { failureCodes, photoFailures } from './failure-sentences.ts';

export type PhotoFailure = keyof typeof photoFailures;
export const photoFailureSchema = z.enum(Object.keys(photoFailures) as [PhotoFailure, ...PhotoFailure[]]);
export type FailureCode = keyof typeof failureCodes;
export const failureCodeSchema = z.enum(Object.keys(failureCodes) as [FailureCode, ...FailureCode[]]);

/** Whether the photo itself is the trouble, and nothing is wrong with the service. */
export function isPhotoFailure(code: FailureCode): code is PhotoFailure {
  return photoFailureSchema.safeParse(code).success;
}
