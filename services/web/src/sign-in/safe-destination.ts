/**
 * Where to go after signing in: the page that was asked for, where it is one of ours, else the front page of the role.
 * Anything that a browser could take for another site is refused.
 */
export function safeDestination(goTo: string | undefined, role: 'owner' | 'office' | 'crew'): string {
  const own = goTo !== undefined && /^\/(?![/\\])[\w\-./?=&%]*$/.test(goTo) && !goTo.startsWith('/sign-in');
  if (own) return goTo;
  return role === 'crew' ? '/capture' : '/tickets';
}
