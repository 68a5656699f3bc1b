/** Below this probability of being right a value is marked for a closer look. */
const sureFrom = 0.8;

export function isDoubtful(confidence: number): boolean {
  return confidence < sureFrom;
}
