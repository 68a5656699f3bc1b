import { SettingsError } from './parse-environment.ts';
import { chooseQueueConnection, type QueueConnection } from './queue-settings.ts';
import { chooseStorageConnection, type StorageConnection } from './storage-settings.ts';

type ConnectionSettings = Parameters<typeof chooseStorageConnection>[0] & Parameters<typeof chooseQueueConnection>[0];

/** The queue and the storage that checked settings choose. Throws SettingsError naming everything that is missing. */
export function readConnections(settings: ConnectionSettings): { queue: QueueConnection; storage: StorageConnection } {
  const queue = chooseQueueConnection(settings);
  const storage = chooseStorageConnection(settings);
  const noQueue = 'REDIS_URL or DATABASE_QUEUE_URL: one of them has to be set';
  if (Array.isArray(storage)) throw new SettingsError(queue === null ? [noQueue, ...storage] : storage);
  if (queue === null) throw new SettingsError([noQueue]);
  return { queue, storage };
}
