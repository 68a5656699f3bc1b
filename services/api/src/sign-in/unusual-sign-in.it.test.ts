import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailsTo } from '../../test/read-test-mails.ts';
import { startTestApi, type TestApi } from '../../test/start-test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  await api?.close();
});

const templatesTo = async (address: string) => (await mailsTo(api, address)).map(({ template }) => template);

test('promise TP-14: an unusual sign-in is told to the member and to its owners, in every account alike', async () => {
  const owner = await api.account('Hauling');
  const driver = await api.member(owner, 'crew');
  expect(await templatesTo(owner.email)).toEqual([]);
  // No cookie of a device that it knows: as from a new phone.
  await fetch(`${api.url}/v1/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: driver.email, password: 'correct horse battery' }),
  });
  const deadline = Date.now() + 10_000;
  while ((await templatesTo(owner.email)).length === 0 && Date.now() < deadline) await wait(50);
  expect(await templatesTo(owner.email)).toEqual(['unusual-sign-in-of-member']);
  expect(await templatesTo(driver.email)).toEqual(['unusual-sign-in']);
});
