import { parseEnvironment } from '@ticket-pros/config/parse-environment';
import { chooseQueueConnection, queueSettingsShape } from '@ticket-pros/config/queue-settings';
import { z } from 'zod';
import { migrateQueue } from './migrate-queue.ts';

const connection = chooseQueueConnection(parseEnvironment(z.object(queueSettingsShape), process.env));
if (connection === null) throw new Error('Set REDIS_URL or DATABASE_QUEUE_URL.');
await migrateQueue(connection);
console.log(connection.kind === 'redis' ? 'The queue on Redis needs no migration.' : 'The queue is up to date.');
