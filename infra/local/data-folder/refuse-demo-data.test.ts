import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onceFor } from './once-for.ts';
import { refuseDemoData } from './refuse-demo-data.ts';

test('a folder that the demo account was made in is refused for production, another one is not', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-demo-'));
  const marker = join(folder, 'demo-account');
  await expect(refuseDemoData(marker)).resolves.toBeUndefined();
  await onceFor(marker, async () => {});
  await expect(refuseDemoData(marker)).rejects.toThrow('demo account');
  await rm(folder, { recursive: true });
});
