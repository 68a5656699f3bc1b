import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findFreePort } from './find-free-port.ts';

const run = promisify(execFile);
const programs = ['monmaptool', 'ceph-authtool', 'ceph-mon', 'ceph-osd', 'ceph', 'radosgw', 'radosgw-admin'];
const patience = 60_000;

/**
 * The programs of Ceph that this machine lacks; none when the tests on a real Ceph can run. Debian's package is
 * `radosgw` with `ceph`.
 */
export function missingCephPrograms(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return programs.filter((program) => !folders.some((folder) => existsSync(join(folder, program))));
}

export type TestCeph = { endpoint: string; region: string; key: string; secret: string; stop(): Promise<void> };

/**
 * Starts a Ceph of its own in a temporary folder, on loopback: one monitor, one store in memory, and the S3 gateway,
 * which checks signatures as DigitalOcean Spaces does. Takes about fifteen seconds. It has no bucket yet.
 */
export async function startCeph(): Promise<TestCeph> {
  const folder = await mkdtemp(join(tmpdir(), 'ticket-pros-ceph-'));
  const running: ChildProcess[] = [];
  const killAll = () => {
    for (const child of running) child.kill('SIGKILL');
  };
  process.once('exit', killAll);
  const stop = async () => {
    process.off('exit', killAll);
    const ended = running.filter((child) => child.exitCode === null && child.signalCode === null);
    const exits = ended.map((child) => once(child, 'exit'));
    killAll();
    await Promise.all(exits);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return { ...(await startParts(folder, running)), stop };
  } catch (error) {
    const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
    await stop();
    throw new Error(`Ceph did not start.\n${log.slice(-4000)}`, { cause: error });
  }
}

async function startParts(folder: string, running: ChildProcess[]): Promise<Omit<TestCeph, 'stop'>> {
  const cluster = randomUUID();
  const monitor = `[v2:127.0.0.1:${await findFreePort()},v1:127.0.0.1:${await findFreePort()}]`;
  const gatewayPort = await findFreePort();
  const config = join(folder, 'ceph.conf');
  const map = join(folder, 'monmap');
  await writeFile(config, writeConfig(folder, cluster, monitor));
  const settings = ['--conf', config];
  const log = await open(join(folder, 'log'), 'a');
  const start = (program: string, args: string[]) => {
    const child = spawn(program, [...args, '--foreground', ...settings], { stdio: ['ignore', log.fd, log.fd] });
    child.once('error', (error) => void appendFile(join(folder, 'log'), String(error)));
    running.push(child);
    return child;
  };
  const ceph = (...args: string[]) =>
    run('ceph', [...settings, '--connect-timeout', '20', ...args], { timeout: patience });

  await run('monmaptool', ['--create', '--fsid', cluster, '--addv', 'a', monitor, map]);
  const keys = join(folder, 'keyring');
  await run('ceph-authtool', ['--create-keyring', keys, '--gen-key', '-n', 'mon.', '--cap', 'mon', 'allow *']);
  for (const name of ['client.admin', 'osd.0']) {
    await run('ceph-authtool', [keys, '--gen-key', '-n', name, '--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *']);
  }
  await mkdir(join(folder, 'mon'));
  await run('ceph-mon', ['--mkfs', '-i', 'a', '--monmap', map, '--keyring', keys, ...settings]);
  start('ceph-mon', ['-i', 'a']);

  const store = randomUUID();
  await ceph('osd', 'new', store);
  await mkdir(join(folder, 'osd'));
  await run('ceph-osd', ['-i', '0', '--mkfs', '--osd-uuid', store, ...settings], { timeout: patience });
  start('ceph-osd', ['-i', '0']);
  await waitFor('the store', async () => (await ceph('osd', 'stat')).stdout.includes('1 up'));

  const [key, secret] = [randomUUID(), randomUUID()];
  const user = ['--uid', 'test', '--display-name', 'Test', '--access-key', key, '--secret-key', secret];
  await run('radosgw-admin', ['user', 'create', ...user, ...settings], { timeout: patience });
  const gateway = start('radosgw', ['--rgw-frontends', `beast endpoint=127.0.0.1:${gatewayPort}`]);
  const endpoint = `http://127.0.0.1:${gatewayPort}`;
  await waitFor('the gateway', async () => {
    if (gateway.exitCode !== null) throw new Error(`radosgw ended with code ${gateway.exitCode}`);
    return await fetch(endpoint).then(
      ({ ok }) => ok,
      () => false,
    );
  });
  await log.close();
  return { endpoint, region: 'default', key, secret };
}

function writeConfig(folder: string, cluster: string, monitor: string): string {
  const settings = {
    fsid: cluster,
    'mon host': monitor,
    'public addr': '127.0.0.1',
    'cluster addr': '127.0.0.1',
    keyring: join(folder, 'keyring'),
    'osd pool default size': '1',
    'osd pool default min size': '1',
    'osd pool default pg num': '1',
    'osd crush chooseleaf type': '0',
    'mon allow pool size one': 'true',
    'mon data': join(folder, 'mon'),
    'mon cluster log file': '/dev/null',
    'osd data': join(folder, 'osd'),
    'osd objectstore': 'memstore',
    'osd max object name len': '460',
    'run dir': folder,
    'pid file': '',
    'admin socket': '',
    'log file': join(folder, '$name.log'),
    'rgw data': folder,
    'rgw run sync thread': 'false',
    'rgw enable quota threads': 'false',
  };
  return `[global]\n${Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('')}`;
}

async function waitFor(what: string, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isReady())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await delay(200);
  }
}
