export type InboxSearch = { mail?: string; as?: 'html' | 'text' };

/** What the address of the inbox says: the chosen mail, and how to show it. */
export function readInboxSearch({ mail, as }: Record<string, unknown>): InboxSearch {
  return {
    ...(typeof mail === 'string' ? { mail } : {}),
    ...(as === 'text' || as === 'html' ? { as } : {}),
  };
}
