import type { Box } from '@ticket-pros/contracts/box';
import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { PageSize, Word } from '@ticket-pros/contracts/reading';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { ImageMediaType } from '@ticket-pros/contracts/upload';
import type { ReadValue, ValueSource } from '@ticket-pros/contracts/value';
import type { Generated, JSONColumnType } from 'kysely';

/** JSON columns are written as text; readers check them with the schema of the same name in contracts. */
type Json<Value extends object | null> = JSONColumnType<Value, string, string>;

interface AccountsTable {
  id: Generated<string>;
  name: string;
  time_zone: Generated<string>;
  created_at: Generated<Date>;
}

interface MembersTable {
  account_id: string;
  id: Generated<string>;
  user_id: string;
  name: string;
  role: MemberRole;
  reports_to: string | null;
  is_active: Generated<boolean>;
  created_at: Generated<Date>;
}

interface TicketsTable {
  account_id: string;
  id: Generated<string>;
  member_id: string;
  upload_id: string;
  upload_try: Generated<string>;
  ticket_type: string;
  state: Generated<TicketState>;
  version: Generated<number>;
  reading_number: Generated<number>;
  reading_starts: Generated<number>;
  failure_code: FailureCode | null;
  reject_reason: string | null;
  reviewed_by: string | null;
  approved_at: Date | null;
  received_at: Generated<Date>;
  updated_at: Generated<Date>;
}

interface ImagesTable {
  account_id: string;
  id: Generated<string>;
  ticket_id: string;
  page: number;
  sent_sha256: string;
  stored_sha256: string | null;
  media_type: ImageMediaType | null;
  byte_size: number | null;
  width: number | null;
  height: number | null;
  stored_at: Date | null;
  has_derivatives: Generated<boolean>;
  created_at: Generated<Date>;
}

interface ReadingsTable {
  account_id: string;
  id: Generated<string>;
  ticket_id: string;
  number: number;
  engine: string;
  engine_version: string;
  pages: Json<PageSize[]>;
  words: Json<Word[]>;
  values: Json<ReadValue[]>;
  timings: Json<Record<string, number>>;
  created_at: Generated<Date>;
}

interface TicketValuesTable {
  account_id: string;
  ticket_id: string;
  field: string;
  row_number: number;
  printed_text: string | null;
  normalized: string | null;
  confidence: number;
  box: JSONColumnType<Box | null, string | null, string | null>;
  source: ValueSource;
  reading_id: string | null;
  member_id: string | null;
  updated_at: Generated<Date>;
}

interface CorrectionsTable {
  account_id: string;
  id: Generated<string>;
  ticket_id: string;
  field: string;
  row_number: number;
  member_id: string;
  text_before: string | null;
  text_after: string | null;
  source_before: ValueSource | null;
  created_at: Generated<Date>;
}

interface ObjectRemovalsTable {
  account_id: string;
  ticket_id: string;
  requested_at: Generated<Date>;
}

/** The tables as Kysely sees them. The truth is in migrations/. */
export interface Schema {
  accounts: AccountsTable;
  members: MembersTable;
  tickets: TicketsTable;
  images: ImagesTable;
  readings: ReadingsTable;
  ticket_values: TicketValuesTable;
  corrections: CorrectionsTable;
  object_removals: ObjectRemovalsTable;
}
