/** The next one to try where a sign-in name is taken: `carlos`, `carlos-2`, `carlos-3`. */
export function nextSignInName(taken: string): string {
  const [, stem = taken, number = '1'] = /^(.*)-(\d{1,2})$/.exec(taken) ?? [];
  return `${stem.slice(0, 28)}-${Number(number) + 1}`;
}

/** As the API wants it, see packages/contracts/src/invitation.ts, whose schema would be too heavy here. */
export const signInNamePattern = /^[a-z0-9][a-z0-9-]{1,30}$/;
