/** Enough of an id to know one from another on a page: its end, as ids made in the same minute begin alike. */
export function shortId(id: string): string {
  return id.slice(-6);
}
