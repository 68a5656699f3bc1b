/** The database's roles. The owner migrates; every other role owns nothing (but the queue's its schema) and obeys row-level security. */
export const databaseRoles = {
  app: 'ticket_pros_app',
  auth: 'ticket_pros_auth',
  worker: 'ticket_pros_worker',
  sweep: 'ticket_pros_sweep',
  queue: 'ticket_pros_queue',
  operator: 'ticket_pros_operator',
} as const;

/** Nobody signs in under it: whoever erases old payloads of the audit log takes it on for that. */
export const retentionRole = 'ticket_pros_retention';

export type DatabaseRole = keyof typeof databaseRoles;

/** Address of the database for the owner and for each role. */
export type DatabaseUrls = Record<DatabaseRole | 'owner', string>;
