import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { type Browser, openBrowser } from '../../test/open-browser.ts';
import { problemOf } from '../../test/read-test-answer.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

const password = 'correct horse battery';

let api: TestApi;
let time = new Date();
beforeAll(async () => {
  api = await startTestApi({ now: () => time, trustedProxies: 1 });
});
afterAll(async () => {
  await api?.close();
});
beforeEach(() => {
  time = new Date();
});

let addresses = 0;
/** A browser that signed in nowhere yet, at an address that nobody used yet. */
function openStranger(address?: string): Browser {
  addresses += 1;
  return openBrowser(api, { address: address ?? `10.0.${addresses >> 8}.${addresses & 255}` });
}

const signIn = (browser: Browser, email: string, typed = password) =>
  browser.post('/v1/auth/sign-in/email', { email, password: typed });

async function guess(browser: Browser, email: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let number = 0; number < times; number += 1) {
    statuses.push((await signIn(browser, email, `guess number ${number}`)).status);
  }
  return statuses;
}

function wait(seconds: number): void {
  time = new Date(time.getTime() + seconds * 1000);
}

/** What a refusal says to wait. */
async function secondsToWait(browser: Browser, email: string): Promise<number> {
  const response = await signIn(browser, email, 'one more guess');
  const problem = await problemOf(response);
  expect([problem.status, problem.code]).toEqual([429, 'too_many_requests']);
  const seconds = Number(response.headers.get('retry-after'));
  const said = seconds < 120 ? `${seconds} second` : `${Math.ceil(seconds / 60)} minutes`;
  expect(problem.detail).toContain(said);
  return seconds;
}

test('wrong guesses wait longer and longer, up to fifteen minutes, and the right password starts anew', async () => {
  const { email } = await api.account('Hauling');
  const browser = openStranger();
  expect(await guess(browser, email, 6)).toEqual([401, 401, 401, 401, 401, 429]);
  const waits: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const seconds = await secondsToWait(browser, email);
    waits.push(seconds);
    wait(seconds);
    expect((await signIn(browser, email, 'again wrong')).status).toBe(401);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  wait(900);
  expect((await signIn(browser, email)).status).toBe(200);
  expect(await guess(browser, email, 5)).toEqual([401, 401, 401, 401, 401]);
});

test('the wait is the same for a name that does not exist', async () => {
  const { email } = await api.account('Water');
  const outcome = async (name: string) => {
    const browser = openStranger();
    return [await guess(browser, name, 7), await secondsToWait(browser, name)];
  };
  expect(await outcome(email)).toEqual(await outcome('nobody@x.example'));
});

test('guesses at the same time get no further than guesses one after the other', async () => {
  const { email } = await api.account('Concrete');
  const browser = openStranger();
  const statuses = await Promise.all(
    Array.from({ length: 30 }, async (_, number) => (await signIn(browser, email, `guess number ${number}`)).status),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(25);
});

test('guesses from many addresses slow the name down, but not its owner on a device of before', async () => {
  const { email } = await api.account('Fuel');
  const phone = openStranger();
  expect((await signIn(phone, email)).status).toBe(200);
  await phone.post('/v1/auth/sign-out');
  const statuses: number[] = [];
  for (let address = 0; address < 12; address += 1) statuses.push(...(await guess(openStranger(), email, 1)));
  expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 401));
  expect(statuses.slice(10)).toEqual([429, 429]);
  expect((await signIn(openStranger(), email)).status).toBe(429);
  expect((await signIn(phone, email)).status).toBe(200);
});

test('a stranger at the same address does not lock a known device out either', async () => {
  const { email } = await api.account('Sand');
  const phone = openStranger('192.0.2.77');
  expect((await signIn(phone, email)).status).toBe(200);
  const stranger = openStranger('192.0.2.77');
  expect((await guess(stranger, email, 8)).at(-1)).toBe(429);
  expect((await signIn(phone, email)).status).toBe(200);
});

test("a known device guesses no faster, and its cookie helps with nobody else's name", async () => {
  const [thief, victim] = [await api.account('Oilfield'), await api.account('Quarry')];
  const device = openStranger();
  expect((await signIn(device, thief.email)).status).toBe(200);
  expect((await guess(device, thief.email, 7)).slice(4)).toEqual([401, 429, 429]);
  for (let address = 0; address < 11; address += 1) await guess(openStranger(), victim.email, 1);
  expect((await signIn(device, victim.email, 'a guess')).status).toBe(429);
});

test('a device cookie that we did not sign is none', async () => {
  const { email } = await api.account('Rental');
  const stranger = openStranger();
  stranger.cookies.set('ticket-pros.device', `${'A'.repeat(22)}.${'B'.repeat(43)}`);
  for (let address = 0; address < 11; address += 1) await guess(openStranger(), email, 1);
  expect((await signIn(stranger, email)).status).toBe(429);
});

test('one address can not go through many names', async () => {
  const browser = openStranger('192.0.2.99');
  const statuses: number[] = [];
  for (let number = 0; number < 52; number += 1) {
    statuses.push(...(await guess(browser, `nobody${number}@x.example`, 1)));
  }
  expect(statuses.indexOf(429)).toBe(50);
});

test('proving again who it is, and wrong passwords beside it, are slowed down alike', async () => {
  const { email } = await api.account('Crane');
  const browser = openStranger();
  await signIn(browser, email);
  const statuses: number[] = [];
  for (let number = 0; number < 4; number += 1) {
    statuses.push((await browser.post('/v1/me/confirm', { password: `guess number ${number}` })).status);
  }
  const body = { currentPassword: 'another guess', newPassword: 'mud truck violet' };
  statuses.push((await browser.post('/v1/auth/change-password', body)).status);
  statuses.push((await browser.post('/v1/me/confirm', { password })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
  wait(2);
  expect((await browser.post('/v1/me/confirm', { password })).status).toBe(200);
});

test('names and addresses stand nowhere in what is counted, and what is counted expires', async () => {
  const { email } = await api.account('Gravel');
  await guess(openStranger('192.0.2.123'), email, 3);
  const database = new Client({ connectionString: api.database.urls.owner });
  await database.connect();
  const { rows } = await database.query<{ row: string }>('select t::text as row from auth."signInTry" t');
  expect(rows.length).toBeGreaterThan(2);
  for (const { row } of rows) {
    expect(row).not.toContain(email);
    expect(row).not.toContain('192.0.2.123');
  }
  await database.query(`update auth."signInTry" set "expiresAt" = now() - interval '1 second'`);
  const sweep = new Client({ connectionString: api.database.urls.sweep });
  await sweep.connect();
  await sweep.query('select auth.remove_expired()');
  await sweep.end();
  expect((await database.query('select from auth."signInTry"')).rowCount).toBe(0);
  await database.end();
});
