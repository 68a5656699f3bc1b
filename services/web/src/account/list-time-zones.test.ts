import { expect, test } from '@jest/globals';
import { timeZoneSchema } from '@ticket-pros/contracts/account';
import { fitsTimeZone, listTimeZones } from './list-time-zones.ts';

const summer = new Date('2026-07-01T12:00:00Z');
const zones = listTimeZones('en-US', summer, 'America/Chicago');

test('every zone is one that the API takes, and stands there once', () => {
  expect(zones.length).toBeGreaterThan(300);
  expect(new Set(zones.map(({ value }) => value)).size).toBe(zones.length);
  for (const { value } of zones) expect(timeZoneSchema.safeParse(value).success).toBe(true);
});

test('a zone that only the account knows is among them', () => {
  expect(listTimeZones('en-US', summer, 'US/Central').map(({ value }) => value)).toContain('US/Central');
});

test('places, zones and offsets find a zone, without accents and capitals', () => {
  const found = (search: string) => zones.filter((zone) => fitsTimeZone(zone, search)).map(({ value }) => value);
  expect(found('chicago')).toEqual(['America/Chicago']);
  expect(found('Mountain time').slice(0, 2)).toEqual(['America/Denver', 'America/Phoenix']);
  expect(found('new york')).toContain('America/New_York');
  expect(found('nowhere')).toEqual([]);
  const spanish = listTimeZones('es-US', summer, 'America/Chicago');
  expect(spanish.find(({ value }) => value === 'America/Mexico_City')?.label).toBe('Mexico City, America (UTC-06:00)');
});
