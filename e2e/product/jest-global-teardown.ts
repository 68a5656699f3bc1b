import { stopProduct } from './jest-global-setup.ts';

/** Stops what the global setup started. */
export default async function tearDown(): Promise<void> {
  await stopProduct();
}
