/**
 * The least confidence that every value of a ticket has to have so that of the values of such tickets at most `errorTarget` (0.01 is one in
 * a hundred) are wrong.
 */
export function thresholdFor(errorTarget: number): number {
  return Math.min(0.995, 1 - errorTarget);
}
