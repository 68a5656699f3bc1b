import { availableParallelism } from 'node:os';
import type { DatabaseUrls } from '@ticket-pros/db/database-role';
import type { DataPaths } from './data-folder/data-paths.ts';
import type { CertificateFiles } from './phone/ensure-certificate.ts';

export type ServiceEnvironmentParts = {
  /** What the caller set: REDIS_URL, SPACES_*, LOG_LEVEL and the like reach the services from here. */
  caller: NodeJS.ProcessEnv;
  urls: DatabaseUrls;
  paths: DataPaths;
  authSecret: string;
  mailSecret: string;
  publicUrl: string;
  host: string;
  port: number;
  workerUrl: string;
  webFolder: string;
  certificate: CertificateFiles | null;
  /** Null where no demo account is wanted. */
  demoPassword: string | null;
};

/** The environment of the API, of the worker and of the commands beside them. */
export function serviceEnvironment(parts: ServiceEnvironmentParts): NodeJS.ProcessEnv {
  const { caller, urls, certificate } = parts;
  return {
    ...caller,
    DATABASE_OWNER_URL: undefined,
    DATABASE_URL: urls.app,
    DATABASE_AUTH_URL: urls.auth,
    DATABASE_WORKER_URL: urls.worker,
    DATABASE_SWEEP_URL: urls.sweep,
    DATABASE_QUEUE_URL: urls.queue,
    STORAGE_FOLDER: parts.paths.objects,
    PUBLIC_URL: parts.publicUrl,
    AUTH_SECRET: parts.authSecret,
    MAIL_SECRET: caller.MAIL_SECRET ?? parts.mailSecret,
    // Sent to people only where the caller names a mail server; else shown at /dev/inbox.
    MAIL_FOLDER: caller.SMTP_URL ? undefined : parts.paths.mails,
    HOST: parts.host,
    PORT: String(parts.port),
    WEB_FOLDER: parts.webFolder,
    DEMO_PASSWORD: parts.demoPassword ?? undefined,
    ...(certificate === null
      ? {}
      : { TLS_CERTIFICATE_FILE: certificate.certificateFile, TLS_KEY_FILE: certificate.keyFile }),
    WORKER_HOST: '127.0.0.1',
    WORKER_PORT: new URL(parts.workerUrl).port,
    // One processor is left to the API, the database and the person at the machine.
    READER_THREADS: caller.READER_THREADS ?? String(Math.min(4, Math.max(1, availableParallelism() - 1))),
  };
}
