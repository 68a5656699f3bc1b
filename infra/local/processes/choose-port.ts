import { createServer } from 'node:net';
import { StartError } from '../start-error.ts';

/** The wanted port where it is free on `host`; 0 wants any. Throws a StartError that says what is in the way. */
export async function choosePort(wanted: number, host: string): Promise<number> {
  const probe = createServer();
  try {
    return await new Promise<number>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(wanted, host, () => {
        const address = probe.address();
        resolve(address === null || typeof address === 'string' ? wanted : address.port);
      });
    });
  } catch (error) {
    throw new StartError(explain(error, wanted));
  } finally {
    probe.close();
  }
}

function explain(error: unknown, port: number): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
  const advice = `Choose another one: PORT=${port + 1} npm start`;
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. ${advice}`;
  if (code === 'EACCES') return `This user may not open port ${port}. ${advice}`;
  return `Port ${port} cannot be opened (${String(code)}). ${advice}`;
}
