import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { demoAccount } from '@ticket-pros/contracts/demo-account';

const command = fileURLToPath(new URL('../../../services/api/src/members/ensure-account.command.ts', import.meta.url));

/** Makes the demo account with its members, where they are missing, and sets their password. `environment` is the API's. */
export async function ensureDemoAccount(environment: NodeJS.ProcessEnv, password: string): Promise<void> {
  if (environment.NODE_ENV === 'production') throw new Error('The demo account is never made in production.');
  const [owner, ...members] = demoAccount.members.map((person) => ({ ...person, password }));
  const child = spawn(process.execPath, [command], { env: environment, stdio: ['pipe', 'ignore', 'pipe'] });
  // A password that nobody knows: these are there to be looked at.
  const branch = demoAccount.branch.map((person) => ({ ...person, password: randomUUID() }));
  const account = { company: demoAccount.company, resetPasswords: true, owner, members: [...members, ...branch] };
  child.stdin.end(JSON.stringify(account));
  const [errors, code] = await Promise.all([
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`The demo account could not be made: ${errors.trim()}`);
}
