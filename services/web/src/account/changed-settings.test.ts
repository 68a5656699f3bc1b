import { expect, test } from '@jest/globals';
import type { AccountDetail } from '@ticket-pros/contracts/account';
import { changedSettings, settingsOf } from './changed-settings.ts';

const account: AccountDetail = {
  id: '00000000-0000-4000-8000-000000000000',
  name: 'Mesa Verde',
  timeZone: 'America/Denver',
  language: 'en',
  units: 'us',
  dayOrder: 'month-first',
  secondFactor: 'optional',
  officeVisibility: 'account',
  crewVisibility: 'branch',
  branchInvitations: true,
  signInCode: 'mv42',
  businessUseAttestedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};

test('only what was changed is sent, and spaces around a name change nothing', () => {
  const settings = settingsOf(account);
  expect(changedSettings(settings, { ...settings, name: ' Mesa Verde ' })).toEqual({});
  expect(changedSettings(settings, { ...settings, name: ' Mesa Azul', branchInvitations: false })).toEqual({
    name: 'Mesa Azul',
    branchInvitations: false,
  });
});

test('nothing but settings is taken from an account', () => {
  expect(settingsOf(account)).not.toHaveProperty('signInCode');
  expect(settingsOf(account)).not.toHaveProperty('id');
});
