import type { Database } from '@ticket-pros/db/connect-database';
import { withMember } from '@ticket-pros/db/scope';
import { visibleMembers } from '@ticket-pros/db/visible-members';
import type { Asker } from '../access/asker.ts';
import type { Auth } from '../sign-in/create-auth.ts';

/**
 * The ids of visible members whose name holds `search`; for owners also those whose e-mail address or sign-in name does. Addresses live
 * with sign-in, apart from members, so that only the account's own users are looked up there.
 */
export async function searchMembers(
  { db, auth }: { db: Database; auth: Auth },
  { scope, role }: Asker,
  search: string,
): Promise<string[]> {
  const wanted = search.toLowerCase();
  const members = await withMember(db, scope, (transaction) =>
    transaction
      .selectFrom('members')
      .select(['id', 'user_id', 'name'])
      .where((query) => visibleMembers(scope)(query))
      .execute(),
  );
  const named = members.filter((member) => member.name.toLowerCase().includes(wanted)).map((member) => member.id);
  if (role !== 'owner') return named;
  const { adapter } = await auth.$context;
  const ids = members.map((member) => member.user_id);
  const found = new Set<string>();
  for (const field of ['email', 'username']) {
    const users = await adapter.findMany<{ id: string }>({
      model: 'user',
      where: [
        { field: 'id', operator: 'in', value: ids },
        { field, operator: 'contains', value: wanted },
      ],
      limit: ids.length,
    });
    for (const user of users) found.add(user.id);
  }
  return [...named, ...members.filter((member) => found.has(member.user_id)).map((member) => member.id)];
}
