const lettersWithoutParts: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

/** A sign-in name out of somebody's name: small letters, digits and hyphens ("José Luis Peña" → jose-luis). */
export function suggestSignInName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[øłđßæœ]/g, (letter) => lettersWithoutParts[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  // The last of three names or more is left out: it is typed on a phone, with gloves.
  const kept = words.length > 2 ? words.slice(0, 2) : words;
  return kept.join('-').slice(0, 31).replace(/-$/, '');
}

/** What is typed as a sign-in name, without what can't stand in one. */
export function cleanSignInName(typed: string): string {
  return typed
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, '-')
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 31);
}
