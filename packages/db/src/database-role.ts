/** The database's roles. The owner migrates; every other role owns nothing (but the queue's its schema) and obeys row-level security. */
export const databaseRoles = {
  app: 'ticket_pros_app',
  auth: 'ticket_pros_auth',
  worker: 'ticket_pros_worker',
  sweep: 'ticket_pros_sweep',
  queue: 'ticket_pros_queue',
} as const;

export type DatabaseRole = keyof typeof databaseRoles;

/** Address of the database for the owner and for each role. */
export type DatabaseUrls = Record<DatabaseRole | 'owner', string>;
