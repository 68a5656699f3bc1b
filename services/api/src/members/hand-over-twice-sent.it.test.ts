import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { handedOverSchema } from '@ticket-pros/contracts/member';
import sharp from 'sharp';
import { asDatabaseOwner, postAs } from '../../test/invite-test-people.ts';
import { answerOf, pageOf } from '../../test/read-test-answer.ts';
import { storeTicket } from '../../test/send-test-upload.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

test('what a shared phone sent in the name of two members is handed over too', async () => {
  const owner = await api.account('Hauling');
  const [one, other] = [await api.member(owner, 'crew'), await api.member(owner, 'crew')];
  const image = await sharp({ create: { width: 80, height: 80, channels: 3, background: '#123456' } })
    .png()
    .toBuffer();
  const uploadId = randomUUID();
  const sent = [
    await storeTicket(one, { images: [image], uploadId }),
    await storeTicket(other, { images: [image], uploadId }),
  ];
  const body = { toMemberId: other.scope.memberId };
  const answer = postAs(owner, `/v1/members/${one.scope.memberId}/hand-over`, body);
  expect(await answerOf(handedOverSchema, answer)).toEqual({ tickets: 1 });
  const { tickets } = await pageOf(other.fetch('/v1/tickets'));
  expect(tickets.map(({ id }) => id).sort()).toEqual(sent.map(({ id }) => id).sort());
});

test('tens of thousands of tickets are handed over at once', async () => {
  const owner = await api.account('Water');
  const [one, other] = [await api.member(owner, 'crew'), await api.member(owner, 'crew')];
  await asDatabaseOwner(
    api,
    `insert into tickets (account_id, member_id, upload_id, ticket_type)
     select $1, $2, gen_random_uuid(), 'field_ticket' from generate_series(1, 20000)`,
    [one.scope.accountId, one.scope.memberId],
  );
  await asDatabaseOwner(api, `update tickets set state = 'received' where account_id = $1`, [one.scope.accountId]);
  const answer = postAs(owner, `/v1/members/${one.scope.memberId}/hand-over`, { toMemberId: other.scope.memberId });
  expect(await answerOf(handedOverSchema, answer)).toEqual({ tickets: 20_000 });
});
