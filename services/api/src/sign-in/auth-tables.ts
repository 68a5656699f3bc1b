import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

/** The tables of the schema `auth` that are ours, and what we read of better-auth's own. */
export type AuthTables = {
  user: { id: string; email: string; username: string | null; twoFactorEnabled: boolean | null };
  session: {
    id: string;
    userId: string;
    ipAddress: string | null;
    userAgent: string | null;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
  };
  verification: { id: string; value: string };
  twoFactor: { id: string; userId: string };
  passkey: { id: string; userId: string };
  signInTry: { key: string; tries: number; waitUntil: Date; expiresAt: Date };
  knownDevice: { userId: string; device: string; lastSignInAt: Date };
  knownRegion: { userId: string; region: string; lastSignInAt: Date };
};
export type AuthDatabase = Kysely<AuthTables>;

/** Queries over the same connections that better-auth has. */
export function openAuthTables(pool: Pool): AuthDatabase {
  return new Kysely<AuthTables>({ dialect: new PostgresDialect({ pool }) });
}
