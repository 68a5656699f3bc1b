import { connectDatabase } from '@ticket-pros/db/connect-database';
import { openDiskStorage } from '@ticket-pros/storage/disk-storage';
import { removeLeftPieces } from '../src/sweep/remove-left-pieces.ts';

/** For tests of other services: sweeps what is left of staged photos, once. */
const { DATABASE_SWEEP_URL, STORAGE_FOLDER } = process.env;
if (DATABASE_SWEEP_URL === undefined || STORAGE_FOLDER === undefined) throw new Error('not told where to sweep');
const db = connectDatabase(DATABASE_SWEEP_URL, { max: 1, onIdleError: () => {} });
const storage = await openDiskStorage(STORAGE_FOLDER);
while ((await removeLeftPieces(db, storage)) > 0);
await storage.close();
await db.destroy();
