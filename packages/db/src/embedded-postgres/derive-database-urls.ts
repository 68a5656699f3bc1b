import { createHmac } from 'node:crypto';
import { type DatabaseUrls, databaseRoles } from '../database-role.ts';

/** The superuser of an embedded cluster, who owns the product's database. */
export const ownerRole = 'postgres';

/** The product's database in an embedded cluster. */
export const databaseName = 'ticket_pros';

/**
 * The address of the same database for every role. Their passwords follow from the owner's, so that nothing else has to
 * be kept.
 */
export function deriveDatabaseUrls(ownerUrl: string): DatabaseUrls {
  const urlOf = (role: string) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = createHmac('sha256', new URL(ownerUrl).password).update(role).digest('base64url');
    return url.href;
  };
  return {
    owner: ownerUrl,
    app: urlOf(databaseRoles.app),
    auth: urlOf(databaseRoles.auth),
    worker: urlOf(databaseRoles.worker),
    sweep: urlOf(databaseRoles.sweep),
    queue: urlOf(databaseRoles.queue),
    operator: urlOf(databaseRoles.operator),
  };
}
