import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { meSchema } from '@ticket-pros/contracts/member';
import Fastify from 'fastify';
import { Client } from 'pg';
import { answerOf, problemOf } from '../../test/read-test-answer.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';
import { addMember } from '../members/add-member.ts';
import { foundAccount } from '../members/found-account.ts';
import { guardRoutes } from './guard-routes.ts';

let api: TestApi;
let database: Client;

beforeAll(async () => {
  api = await startTestApi();
  database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
});
afterAll(async () => {
  await database?.end();
  await api?.close();
});

test('promise TP-3: a route that does not say who may ask keeps the API from starting', () => {
  const app = Fastify();
  guardRoutes(app, api.parts);
  expect(() => app.get('/v1/forgotten', async () => 'everything')).toThrow(/doesn't say in config.access/);
});

test('every route of the API says who may ask', () => {
  expect(api.guardedRoutes.length).toBeGreaterThan(50);
});

test('who has to have a second factor does nothing before it is set up', async () => {
  const owner = await api.account('Careful');
  const office = await api.member(owner, 'office');
  const driver = await api.member(owner, 'crew');
  const setRule = (rule: string) =>
    database.query('update accounts set second_factor = $2 where id = $1', [owner.scope.accountId, rule]);
  await setRule('office');
  expect((await problemOf(office.fetch('/v1/tickets'))).code).toBe('second_factor_needed');
  expect((await answerOf(meSchema, office.fetch('/v1/me'))).hasSecondFactor).toBe(false);
  expect((await driver.fetch('/v1/tickets')).status).toBe(200);
  await setRule('everybody');
  expect((await problemOf(driver.fetch('/v1/tickets'))).code).toBe('second_factor_needed');
});

test('an owner without a second factor can not require one of everybody', async () => {
  const owner = await api.account('Careless');
  const body = JSON.stringify({ secondFactor: 'everybody' });
  const headers = { 'content-type': 'application/json' };
  const answer = owner.fetch('/v1/account', { method: 'PATCH', headers, body });
  expect((await problemOf(answer)).code).toBe('second_factor_needed');
});

test('a person with places in two accounts works in one of them at a time, and only in its own', async () => {
  const first = await api.account('First');
  const second = await api.account('Second');
  const third = await api.account('Third');
  const { rows } = await database.query<{ user_id: string }>('select user_id from members where id = $1', [
    first.scope.memberId,
  ]);
  const userId = rows[0]?.user_id ?? '';
  const place = await addMember(api.parts.db, second.scope, { userId, role: 'crew', name: 'Both', reportsTo: null });
  const choose = (memberId: string) =>
    first.fetch('/v1/me/place', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ memberId }),
    });
  const me = await answerOf(meSchema, choose(place.memberId));
  expect([me.account.name, me.member.role, me.places.map(({ account }) => account.name)]).toEqual([
    'Second',
    'crew',
    ['First', 'Second'],
  ]);
  expect((await answerOf(meSchema, first.fetch('/v1/me'))).account.id).toBe(second.scope.accountId);
  expect((await first.fetch('/v1/account')).status).toBe(403);
  expect((await choose(third.scope.memberId)).status).toBe(404);
  // Put out of the second account: the session that worked in it has ended.
  await database.query('update members set is_active = false where id = $1', [place.memberId]);
  expect((await first.fetch('/v1/me')).status).toBe(401);
});

test('founding an account keeps when business use was attested', async () => {
  const owner = await api.account('Attesting');
  const { rows } = await database.query<{ user_id: string }>('select user_id from members where id = $1', [
    owner.scope.memberId,
  ]);
  const attestedAt = new Date('2026-11-01T12:00:00Z');
  const founded = await foundAccount(api.parts.db, {
    company: 'Another',
    ownerUserId: rows[0]?.user_id ?? '',
    ownerName: 'O',
    attestedAt,
  });
  const stored = await database.query('select business_use_attested_at as at from accounts where id = $1', [
    founded.accountId,
  ]);
  expect(stored.rows).toEqual([{ at: attestedAt }]);
});
