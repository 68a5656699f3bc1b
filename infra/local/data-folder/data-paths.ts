import { join } from 'node:path';

/** Everything that a local start keeps in its data folder, and all that a reset removes from it. */
export function dataPaths(dataFolder: string) {
  return {
    postgres: join(dataFolder, 'postgres'),
    objects: join(dataFolder, 'objects'),
    logs: join(dataFolder, 'logs'),
    phone: join(dataFolder, 'phone'),
    running: join(dataFolder, 'running'),
    /** Mails that `npm start` writes here instead of sending them. */
    mails: join(dataFolder, 'mails'),
    authSecret: join(dataFolder, 'auth-secret'),
    mailSecret: join(dataFolder, 'mail-secret'),
    demoAccount: join(dataFolder, 'demo-account'),
    demoPassword: join(dataFolder, 'demo-password'),
    demoPasswordSet: join(dataFolder, 'demo-password-set'),
    samplesSent: join(dataFolder, 'samples-sent'),
    lock: join(dataFolder, 'start.lock'),
  };
}
export type DataPaths = ReturnType<typeof dataPaths>;
