import { openDiskStorage } from '../disk-storage.ts';

/** Stores large objects one after another, until it is killed. Each is full of one byte, the last of its key. */
const storage = await openDiskStorage(process.argv[2] ?? '');
for (let number = 0; ; number++) {
  await storage.put(`objects/object-${number}`, new Uint8Array(4_000_000).fill(number % 10), 'image/jpeg');
  process.send?.(number);
}
