import { costsToNat } from '../text/text-engine.ts';

/**
 * Recognizers are surer than they are right, most of all of handwriting: costs count for this share of themselves, and no sign is
 * less likely than one in about three hundred.
 */
const trust = 1;
const leastChance = 0.0003;

/** What a cost of a recognizer's step stands for, as a chance, its overconfidence taken off. */
export const likelyChances: Float64Array = Float64Array.from({ length: 256 }, (_, cost) =>
  Math.max(leastChance, Math.exp((-cost / costsToNat) * trust)),
);
