/** A sign-in name made of a person's name: `María José Ñúñez` becomes `maria-jose-nunez`. Empty where nothing of it can be kept. */
export function proposeSignInName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 28)
    .replace(/^-+|-+$/g, '');
}

/** The next one to try where a sign-in name is taken: `carlos`, `carlos-2`, `carlos-3`. */
export function nextSignInName(taken: string): string {
  const [, stem = taken, number = '1'] = /^(.*)-(\d{1,2})$/.exec(taken) ?? [];
  return `${stem}-${Number(number) + 1}`;
}

/** As the API wants it, see packages/contracts/src/invitation.ts. */
export const signInNamePattern = /^[a-z0-9][a-z0-9-]{1,30}$/;
