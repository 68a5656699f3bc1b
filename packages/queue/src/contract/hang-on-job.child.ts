import { pino } from 'pino';
import { z } from 'zod';
import { startConsumerOf } from '../start-consumer.ts';
import { contractCatalogue } from './contract-catalogue.ts';

// A consumer that takes a job, tells its parent, and never gets done with it: made to be killed.
const connection = z
  .object({ kind: z.enum(['redis', 'postgres']), url: z.string() })
  .parse(JSON.parse(process.argv[2] ?? '{}'));
const hang = async () => {
  process.send?.('taken');
  await new Promise(() => {});
};
process.once('disconnect', () => process.exit());
await startConsumerOf(connection, contractCatalogue, 'lost', hang, {
  concurrency: 1,
  log: pino({ level: 'silent' }),
});
