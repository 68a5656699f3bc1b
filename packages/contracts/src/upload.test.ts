import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { builtInTicketTypes } from './built-in-ticket-types.ts';
import { uploadManifestSchema } from './upload.ts';

test('an upload may be of every built-in ticket type and of no other, and is of a field ticket where it says nothing', () => {
  const manifest = { uploadId: randomUUID(), images: [{ sha256: '0'.repeat(64) }] };
  for (const { key } of builtInTicketTypes) {
    expect(uploadManifestSchema.parse({ ...manifest, ticketType: key }).ticketType).toBe(key);
  }
  expect(uploadManifestSchema.parse(manifest).ticketType).toBe('field_ticket');
  expect(uploadManifestSchema.safeParse({ ...manifest, ticketType: 'menu' }).success).toBe(false);
});
