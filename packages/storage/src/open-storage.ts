import type { StorageConnection } from '@ticket-pros/config/storage-settings';
import { openDiskStorage } from './disk-storage.ts';
import { openSpacesStorage } from './spaces-storage.ts';
import type { Storage } from './storage.ts';

/** Opens the storage that the settings chose. A folder is made where there is none; a bucket has to exist. */
export async function openStorage(connection: StorageConnection): Promise<Storage> {
  return connection.kind === 'disk' ? openDiskStorage(connection.folder) : openSpacesStorage(connection);
}
