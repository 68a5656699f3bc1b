import { type AuditFilter, auditFilterSchema } from '@ticket-pros/contracts/audit';

/** What the address of the page says: the filters of the log, in the API's own words. */
export type AuditSearch = Partial<{ [Name in keyof AuditFilter]: NonNullable<AuditFilter[Name]> }>;

/** Reads the filters from an address; whatever the API would refuse is left out. */
export function readAuditSearch(address: Record<string, unknown>): AuditSearch {
  const read = Object.entries(auditFilterSchema.shape).map(([name, schema]) => {
    const { data } = schema.safeParse(address[name]);
    return [name, data] as const;
  });
  return auditFilterSchema.parse(Object.fromEntries(read.filter(([, value]) => value !== undefined))) as AuditSearch;
}

/** The search with some filters changed; null takes one away. */
export function changeAuditSearch(
  search: AuditSearch,
  change: { [Name in keyof AuditSearch]?: AuditSearch[Name] | null },
): AuditSearch {
  return readAuditSearch({ ...search, ...change });
}

/** The address of an export of exactly what these filters list. */
export function auditExportAddress(search: AuditSearch): string {
  const query = new URLSearchParams(search).toString();
  return `/v1/audit.csv${query === '' ? '' : `?${query}`}`;
}
