import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readApiSettings } from '@ticket-pros/config/api-settings';
import { readMigrateSettings } from '@ticket-pros/config/migrate-settings';
import { readWorkerSettings } from '@ticket-pros/config/worker-settings';
import { databaseRoles } from '@ticket-pros/db/database-role';
import { parseEnvFile, readCompose } from './read-compose.ts';

const root = join(import.meta.dirname, '../..');
const composeFile = join(root, 'docker-compose.yml');
const composeText = readFileSync(composeFile, 'utf8');
const exampleText = readFileSync(join(import.meta.dirname, 'example.env'), 'utf8');
const makeEnv = join(import.meta.dirname, 'make-env.sh');

const folder = mkdtempSync(join(tmpdir(), 'compose-test-'));
const envFile = join(folder, '.env');
execFileSync('sh', [makeEnv, envFile], { stdio: 'ignore' });
afterAll(() => rmSync(folder, { recursive: true }));

const variables = parseEnvFile(readFileSync(envFile, 'utf8'));
const { services, networks, volumes } = readCompose(composeFile, variables);

function environmentOf(name: string): Record<string, string> {
  return services[name]?.environment ?? {};
}

describe('.env', () => {
  test('has every variable that docker-compose.yml uses, and no other', () => {
    const used = new Set([...composeText.matchAll(/\$\{(\w+)/g)].map(([, name]) => name));
    expect(Object.keys(parseEnvFile(exampleText)).sort()).toEqual([...used].sort());
  });

  test('is written with a secret of its own wherever example.env has none, for its owner alone', () => {
    const empty = Object.entries(parseEnvFile(exampleText)).filter(([, value]) => value === '');
    const secrets = empty.map(([name]) => variables[name] ?? '');
    expect(secrets.length).toBeGreaterThanOrEqual(9);
    for (const secret of secrets) expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(secrets).size).toBe(secrets.length);
    expect(statSync(envFile).mode & 0o777).toBe(0o600);
  });

  test('is never overwritten', () => {
    const before = readFileSync(envFile, 'utf8');
    expect(spawnSync('sh', [makeEnv, envFile]).status).toBe(1);
    expect(readFileSync(envFile, 'utf8')).toBe(before);
  });

  test('without its secrets is refused by name', () => {
    expect(() => readCompose(composeFile, parseEnvFile(exampleText))).toThrow('_PASSWORD is missing in .env');
  });
});

describe('settings', () => {
  const readers = { api: readApiSettings, worker: readWorkerSettings, migrate: readMigrateSettings };

  test.each(Object.entries(readers))('%s gets all that it needs, and nothing that it does not know', (name, read) => {
    const given = environmentOf(name);
    const known = Object.keys(read(given));
    expect(Object.keys(given).filter((key) => !known.includes(key))).toEqual([]);
  });

  test('production runs on Redis and S3, for one proxy', () => {
    const api = readApiSettings(environmentOf('api'));
    const worker = readWorkerSettings(environmentOf('worker'));
    expect(api).toMatchObject({ NODE_ENV: 'production', HOST: '0.0.0.0', TRUSTED_PROXIES: 1 });
    expect(worker.NODE_ENV).toBe('production');
    expect(api.queue.kind).toBe('redis');
    expect(worker.queue).toEqual(api.queue);
    expect(api.storage.kind).toBe('spaces');
    expect(worker.storage).toEqual(api.storage);
  });

  test('every database address signs in as the role that migrating makes for it, with one password each', () => {
    const migrate = readMigrateSettings(environmentOf('migrate'));
    const users = Object.entries(migrate).map(([name, url]) => [name, new URL(url).username]);
    expect(Object.fromEntries(users)).toEqual({
      DATABASE_OWNER_URL: environmentOf('postgres').POSTGRES_USER,
      DATABASE_URL: databaseRoles.app,
      DATABASE_AUTH_URL: databaseRoles.auth,
      DATABASE_WORKER_URL: databaseRoles.worker,
      DATABASE_SWEEP_URL: databaseRoles.sweep,
      DATABASE_QUEUE_URL: databaseRoles.queue,
      DATABASE_OPERATOR_URL: databaseRoles.operator,
    });
    const addresses = Object.entries({ ...environmentOf('api'), ...environmentOf('worker') });
    for (const [name, url] of addresses.filter(([name]) => name.startsWith('DATABASE_'))) {
      expect([name, url]).toEqual([name, environmentOf('migrate')[name]]);
    }
  });

  test('the parts agree on the passwords and the bucket', () => {
    const { REDIS_URL = '', SPACES_BUCKET, SPACES_KEY, SPACES_REGION, SPACES_SECRET } = environmentOf('api');
    expect(services.valkey?.command.at(-1)).toBe(new URL(REDIS_URL).password);
    expect(environmentOf('s3')).toMatchObject({
      BUCKET: SPACES_BUCKET,
      ROOT_ACCESS_KEY: SPACES_KEY,
      ROOT_SECRET_KEY: SPACES_SECRET,
      VGW_REGION: SPACES_REGION,
    });
  });
});

describe('walls', () => {
  test('the web alone is published, on loopback unless told otherwise', () => {
    const published = Object.entries(services).flatMap(([name, { ports }]) => ports.map((port) => `${name} ${port}`));
    expect(published).toEqual(['web 127.0.0.1:8080:8080', 'web 127.0.0.1:8443:8443']);
    const unset = Object.fromEntries(Object.entries(variables).filter(([name]) => !name.startsWith('WEB_')));
    expect(readCompose(composeFile, unset).services.web?.ports).toEqual(services.web?.ports);
  });

  test('what keeps or reads data has no way to the internet', () => {
    expect(networks.inside?.internal).toBe(true);
    for (const name of ['postgres', 'valkey', 's3', 'migrate', 'worker']) {
      expect([name, services[name]?.networks]).toEqual([name, ['inside']]);
    }
  });

  test.each(Object.entries(services))('%s is contained', (_name, service) => {
    expect(service).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
    // Images of ours say their user themselves; see dockerfiles.test.ts.
    if (service.build === undefined) expect(service.user).not.toMatch(/^(root|0)(:|$)/);
    else expect(service.user).toBeUndefined();
  });
});

describe('order', () => {
  test('whoever is waited for can tell that it is ready', () => {
    for (const { depends_on } of Object.values(services)) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        if (condition === 'service_healthy') expect([name, services[name]?.healthcheck]).not.toEqual([name, undefined]);
        else expect(name).toBe('migrate');
      }
    }
  });

  test('everything that stays is in a named volume', () => {
    const mounted = Object.values(services).flatMap((service) => service.volumes.map((volume) => volume.split(':')[0]));
    expect(mounted.filter((source) => !source?.startsWith('./')).sort()).toEqual(Object.keys(volumes).sort());
    for (const source of mounted.filter((source) => source?.startsWith('./'))) {
      expect(statSync(join(root, source ?? '')).isFile()).toBe(true);
    }
  });
});
