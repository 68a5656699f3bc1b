import type { Language, SecondFactorRule, Units } from '@ticket-pros/contracts/account';
import type { ApiKeyScope } from '@ticket-pros/contracts/api-key';
import type { AuditAction, AuditActor, AuditSubjectKind } from '@ticket-pros/contracts/audit';
import type { Box } from '@ticket-pros/contracts/box';
import type { FailureCode } from '@ticket-pros/contracts/failure-code';
import type { Form } from '@ticket-pros/contracts/form';
import type { MemberRole, Visibility } from '@ticket-pros/contracts/member-role';
import type { DayOrder } from '@ticket-pros/contracts/normalize-date';
import type { PrivacyRequestKind, PrivacyRequestState } from '@ticket-pros/contracts/privacy-request';
import type { PageForm, PageSize, Word } from '@ticket-pros/contracts/reading';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import type { ImageMediaType } from '@ticket-pros/contracts/upload';
import type { ReadValue, ValueSource } from '@ticket-pros/contracts/value';
import type { Generated, JSONColumnType } from 'kysely';
import type { ObjectRemovalsTable, StagedPhotosTable, StagedPiecesTable } from './upload-tables.ts';

/** JSON columns are written as text; readers check them with the schema of the same name in contracts. */
type Json<Value extends object | null> = JSONColumnType<Value, string, string>;

interface AccountsTable {
  id: Generated<string>;
  name: string;
  time_zone: Generated<string>;
  sign_in_code: string;
  language: Generated<Language>;
  units: Generated<Units>;
  second_factor: Generated<SecondFactorRule>;
  office_visibility: Generated<Visibility>;
  crew_visibility: Generated<Visibility>;
  branch_invitations: Generated<boolean>;
  error_target: Generated<number>;
  day_order: Generated<DayOrder>;
  business_use_attested_at: Date | null;
  created_at: Generated<Date>;
}

interface MembersTable {
  account_id: string;
  id: Generated<string>;
  user_id: string;
  name: string;
  role: MemberRole;
  reports_to: string | null;
  /** Left out of an insert, it is what the account decided for the role. */
  visibility: Generated<Visibility>;
  branch_member_id: string | null;
  language: Language | null;
  is_active: Generated<boolean>;
  deactivated_at: Date | null;
  last_seen_at: Date | null;
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
  approved_itself: Generated<boolean>;
  is_sample: Generated<boolean>;
  received_at: Generated<Date>;
  updated_at: Generated<Date>;
  /** The earlier ticket of the same paper, of the same member. Set when the ticket begins. */
  replaces_ticket_id: string | null;
  confirmed_by_crew_at: Date | null;
  confirmed_by_crew: string | null;
  resubmitted_at: Date | null;
  resubmit_note: string | null;
  resubmit_answers: string | null;
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
  sent_byte_size: number | null;
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
  forms: JSONColumnType<PageForm[], string | undefined, string>;
  created_at: Generated<Date>;
}

interface FormsTable {
  account_id: string;
  id: Generated<string>;
  ticket_type: string;
  form: Json<Form>;
  examples: number;
  learned_at: Generated<Date>;
}

interface FormExamplesTable {
  account_id: string;
  form_id: string;
  ticket_id: string;
  page: number;
  learned_at: Generated<Date>;
}

interface LessonsDueTable {
  account_id: string;
  ticket_id: string;
  due_at: Generated<Date>;
}

interface TicketTypeSettingsTable {
  account_id: string;
  ticket_type: string;
  approves_itself: Generated<boolean>;
}

interface RereadingsTable {
  account_id: string;
  id: Generated<string>;
  asked_by: string;
  asked_at: Generated<Date>;
  stopped_at: Date | null;
  finished_at: Date | null;
}

interface RereadingTicketsTable {
  account_id: string;
  rereading_id: string;
  ticket_id: string;
  reading_number: number | null;
  is_left_out: Generated<boolean>;
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

interface AuditEventsTable {
  account_id: string;
  id: Generated<string>;
  at: Generated<Date>;
  action: AuditAction;
  actor: AuditActor;
  member_id: string | null;
  api_key_id: string | null;
  subject_kind: AuditSubjectKind | null;
  subject_id: string | null;
  payload: JSONColumnType<Record<string, unknown> | null, string, string>;
}

interface InvitationsTable {
  account_id: string;
  id: Generated<string>;
  created_by: string;
  role: MemberRole;
  reports_to: string | null;
  visibility: Visibility | null;
  email: string | null;
  name: string | null;
  token_hash: Buffer;
  mailed_token_hash: Buffer | null;
  max_uses: Generated<number>;
  uses: Generated<number>;
  expires_at: Date;
  revoked_at: Date | null;
  created_at: Generated<Date>;
}

interface ApiKeysTable {
  account_id: string;
  id: Generated<string>;
  member_id: string;
  created_by: string;
  name: string;
  scopes: ApiKeyScope[];
  secret_hash: Buffer;
  hint: string;
  requests_per_minute: Generated<number>;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  created_at: Generated<Date>;
}

interface PrivacyRequestsTable {
  account_id: string;
  id: Generated<string>;
  member_id: string;
  kind: PrivacyRequestKind;
  details: string;
  state: Generated<PrivacyRequestState>;
  due_at: Generated<Date>;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  created_at: Generated<Date>;
}

interface MailsTable {
  id: string;
  account_id: string | null;
  template: string;
  language: string;
  state: Generated<'waiting' | 'sent' | 'failed'>;
  sealed: Buffer | null;
  attempts: Generated<number>;
  due_at: Generated<Date>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

/** The tables as Kysely sees them. The truth is in migrations/. */
export interface Schema {
  accounts: AccountsTable;
  members: MembersTable;
  tickets: TicketsTable;
  images: ImagesTable;
  staged_photos: StagedPhotosTable;
  staged_pieces: StagedPiecesTable;
  readings: ReadingsTable;
  forms: FormsTable;
  form_examples: FormExamplesTable;
  lessons_due: LessonsDueTable;
  ticket_type_settings: TicketTypeSettingsTable;
  rereadings: RereadingsTable;
  rereading_tickets: RereadingTicketsTable;
  ticket_values: TicketValuesTable;
  corrections: CorrectionsTable;
  object_removals: ObjectRemovalsTable;
  audit_events: AuditEventsTable;
  invitations: InvitationsTable;
  api_keys: ApiKeysTable;
  privacy_requests: PrivacyRequestsTable;
  mails: MailsTable;
}
