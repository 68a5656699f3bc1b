/** Enough of an id to know one from another on a page. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}
