import { migrateDatabase } from '@ticket-pros/db/migrate-database';
import { migrateQueue } from '@ticket-pros/queue/migrate-queue';
import { settleAddresses } from './addresses/settle-addresses.ts';
import { type DataPaths, dataPaths } from './data-folder/data-paths.ts';
import { holdDataFolder } from './data-folder/hold-data-folder.ts';
import { keepSecret } from './data-folder/keep-secret.ts';
import { onceFor } from './data-folder/once-for.ts';
import { prepareDataFolder } from './data-folder/prepare-data-folder.ts';
import { refuseDemoData } from './data-folder/refuse-demo-data.ts';
import { resetDataFolder } from './data-folder/reset-data-folder.ts';
import { keepPostgres } from './database/keep-postgres.ts';
import { ensureDemoAccount } from './demo/ensure-demo-account.ts';
import { makeDemoPassword } from './demo/make-demo-password.ts';
import { endLeftOverServices } from './processes/end-left-over-services.ts';
import { startApi, startWorker } from './processes/start-services.ts';
import { serviceEnvironment } from './service-environment.ts';
import { StartError } from './start-error.ts';
import { buildWeb } from './web/build-web.ts';

export type ProductOptions = {
  /** Absolute path of the folder that everything is kept in. */
  dataFolder: string;
  /** 0 takes any free port. */
  port: number;
  /** Makes the demo account where it is missing. */
  demo: boolean;
  /** Serves HTTPS on the local network, for phones. */
  phone?: boolean;
  /** Deletes what an earlier start left, before anything begins. */
  reset?: boolean;
  /** The address that browsers use, where it does not follow from the port. */
  publicUrl?: string | undefined;
  authSecret?: string | undefined;
  environment?: NodeJS.ProcessEnv;
  /** Told what is being done now, in a few words. */
  onStep?: (words: string) => void;
  /** Told in a sentence of what went wrong beside the path, and of what was done about it. */
  say?: (sentence: string) => void;
  /** Takes every line that a service logs. */
  onLog?: (service: string, level: number, text: string) => void;
  /** Gives up a start that is under way, and takes down what already runs. */
  signal?: AbortSignal;
};

export type Product = {
  /** The address that browsers use. */
  url: string;
  /** Its address on this machine, which no proxy stands before. */
  localUrl: string;
  paths: DataPaths;
  /** With which the demo's members sign in; null where there are none. */
  demoPassword: string | null;
  /** Rejects when a part ended for good. */
  failed: Promise<never>;
  /** Ends the worker, the API and the database, in this order. */
  stop(): Promise<void>;
};

/** Starts everything on this machine, over one data folder, and waits until it works. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dataFolder, demo, environment = process.env } = options;
  const { onStep = () => {}, say = () => {}, onLog = () => {}, signal = new AbortController().signal } = options;
  const paths = dataPaths(dataFolder);
  await using parts = new AsyncDisposableStack();

  if (!demo && !environment.SMTP_URL) {
    throw new StartError(
      'In production mails go to people. Set SMTP_URL to your mail server and MAIL_FROM to the sender.',
    );
  }

  await prepareDataFolder(dataFolder);
  parts.defer(await holdDataFolder(paths.lock));
  await endLeftOverServices(paths.running, say);
  if (options.reset) await resetDataFolder(paths, say);
  if (!demo) await refuseDemoData(paths.demoAccount);
  const addresses = await settleAddresses(options, paths.phone);

  onStep('Starting the database');
  const postgres = await keepPostgres(paths.postgres, say);
  parts.defer(() => postgres.stop());
  signal.throwIfAborted();
  await migrateDatabase(postgres.urls);
  await migrateQueue({ kind: 'postgres', url: postgres.urls.queue });
  const webFolder = await buildWeb(() => onStep('Building the web app'));
  signal.throwIfAborted();

  const authSecret = options.authSecret ?? (await keepSecret(paths.authSecret));
  const mailSecret = await keepSecret(paths.mailSecret);
  const demoPassword = demo ? await keepSecret(paths.demoPassword, makeDemoPassword) : null;
  const { urls } = postgres;
  const forServices = serviceEnvironment({
    caller: environment,
    urls,
    paths,
    authSecret,
    mailSecret,
    webFolder,
    demoPassword,
    ...addresses,
  });
  if (demoPassword !== null) {
    // First: a folder that may hold demo data is never taken for production.
    await onceFor(paths.demoAccount, async () => {});
    await onceFor(paths.demoPasswordSet, () => ensureDemoAccount(forServices, demoPassword));
  }
  signal.throwIfAborted();

  onStep('Starting');
  const run = { environment: forServices, ...addresses, paths, say, onLog, signal };
  const api = await startApi(run);
  parts.defer(() => api.stop());
  const worker = await startWorker(run);
  parts.defer(() => worker.stop());
  await Promise.all([api.ready, worker.ready]);

  const running = parts.move();
  return {
    url: addresses.publicUrl,
    localUrl: addresses.localUrl,
    paths,
    demoPassword,
    failed: postgres.failed,
    stop: () => running.disposeAsync(),
  };
}
