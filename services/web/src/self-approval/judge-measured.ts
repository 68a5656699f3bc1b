import type { SelfApproval } from '@ticket-pros/contracts/self-approval';

/** For a bound that is wrong in one case of twenty. */
const deviations = 1.645;

/**
 * Whether the wrong values that spot checks found fit the target: `holds` and `missed` only where chance would hardly have it so
 * otherwise, `tooFew` where it might. Bounds after Wilson (1927), as if the values of a ticket went wrong one by one.
 */
export function judgeMeasured(
  { values, wrongValues }: Pick<SelfApproval['measured'], 'values' | 'wrongValues'>,
  errorTarget: number,
): 'holds' | 'missed' | 'tooFew' {
  if (values === 0) return 'tooFew';
  const share = wrongValues / values;
  const squared = deviations ** 2;
  const middle = share + squared / (2 * values);
  const spread = deviations * Math.sqrt((share * (1 - share)) / values + squared / (4 * values ** 2));
  const whole = 1 + squared / values;
  if ((middle + spread) / whole <= errorTarget) return 'holds';
  return (middle - spread) / whole > errorTarget ? 'missed' : 'tooFew';
}
