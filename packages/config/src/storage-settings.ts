import { z } from 'zod';

/** DigitalOcean Spaces (or another S3 server) where `SPACES_BUCKET` is set, else a folder on this machine's disk. */
export const storageSettingsShape = {
  STORAGE_FOLDER: z.string().optional(),
  SPACES_ENDPOINT: z.url().optional(),
  SPACES_REGION: z.string().optional(),
  SPACES_BUCKET: z.string().optional(),
  SPACES_KEY: z.string().optional(),
  SPACES_SECRET: z.string().optional(),
};

export type SpacesConnection = { endpoint: string; region: string; bucket: string; key: string; secret: string };
export type StorageConnection = { kind: 'disk'; folder: string } | ({ kind: 'spaces' } & SpacesConnection);

type StorageSettings = { [Name in keyof typeof storageSettingsShape]?: string | undefined };

/** Where objects are stored, or the sentences that say what is missing. */
export function chooseStorageConnection(settings: StorageSettings): StorageConnection | string[] {
  if (settings.SPACES_BUCKET === undefined) {
    if (settings.STORAGE_FOLDER === undefined) return ['STORAGE_FOLDER or SPACES_BUCKET: one of them has to be set'];
    return { kind: 'disk', folder: settings.STORAGE_FOLDER };
  }
  const { SPACES_ENDPOINT, SPACES_REGION, SPACES_BUCKET, SPACES_KEY, SPACES_SECRET } = settings;
  if (!SPACES_ENDPOINT || !SPACES_REGION || !SPACES_KEY || !SPACES_SECRET) {
    return (['SPACES_ENDPOINT', 'SPACES_REGION', 'SPACES_KEY', 'SPACES_SECRET'] as const)
      .filter((name) => !settings[name])
      .map((name) => `${name}: is missing; SPACES_BUCKET needs it`);
  }
  return {
    kind: 'spaces',
    endpoint: SPACES_ENDPOINT,
    region: SPACES_REGION,
    bucket: SPACES_BUCKET,
    key: SPACES_KEY,
    secret: SPACES_SECRET,
  };
}
