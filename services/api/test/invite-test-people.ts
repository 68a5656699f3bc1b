import { madeInvitationSchema, type makeInvitationSchema } from '@ticket-pros/contracts/invitation';
import { Client, type QueryResultRow } from 'pg';
import type { z } from 'zod';
import { answerOf } from './read-test-answer.ts';
import type { Person, TestApi } from './start-test-api.ts';

/** A password that nobody guesses first. */
export const goodPassword = 'seven odd lanterns';

/** For tests: POST of JSON as a signed-in person. */
export function postAs(person: Person, path: string, body: object): Promise<Response> {
  return person.fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

type Wish = Partial<z.input<typeof makeInvitationSchema>>;

/** For tests: makes an invitation, of crew below the account unless the wish says otherwise; throws when it was refused. */
export async function invite(person: Person, wish: Wish = {}) {
  const response = await postAs(person, '/v1/invitations', { role: 'crew', reportsTo: null, ...wish });
  if (response.status !== 201) throw new Error(`not invited: ${await response.text()}`);
  const { invitation, link } = await answerOf(madeInvitationSchema, response);
  return { invitation, link, token: tokenIn(link) };
}

/** The secret behind the `#` of a link. */
export function tokenIn(link: string | undefined): string {
  return new URL(link ?? '').hash.slice(1);
}

/** For tests: a statement as the owner of the database. */
export async function asDatabaseOwner<Row extends QueryResultRow>(
  { database }: Pick<TestApi, 'database'>,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const owner = new Client({ connectionString: database.urls.owner });
  await owner.connect();
  try {
    return (await owner.query<Row>(statement, values)).rows;
  } finally {
    await owner.end();
  }
}
