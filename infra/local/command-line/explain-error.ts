import { SettingsError } from '@ticket-pros/config/parse-environment';
import { EmbeddedPostgresError } from '@ticket-pros/db/embedded-postgres/embedded-postgres-error';
import { MigrationError } from '@ticket-pros/db/migrate-database';
import { StartError } from '../start-error.ts';

const forPeople = [StartError, SettingsError, EmbeddedPostgresError, MigrationError];

/** The sentence of an error that was made for people; everything that is known about any other one. */
export function explainError(error: unknown): string {
  if (error instanceof Error && forPeople.some((kind) => error instanceof kind)) return error.message;
  return `Ticket Pros stopped because of a mistake in it:\n${error instanceof Error ? error.stack : String(error)}`;
}
