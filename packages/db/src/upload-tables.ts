import type { Generated } from 'kysely';

export interface StagedPhotosTable {
  account_id: string;
  image_id: string;
  seal_key: Buffer;
  byte_length: number;
  received: Generated<number>;
  created_at: Generated<Date>;
}

export interface StagedPiecesTable {
  account_id: string;
  id: Generated<string>;
  ticket_id: string;
  image_id: string;
  start: number;
  byte_length: number;
  stored_at: Date | null;
  created_at: Generated<Date>;
}

export interface ObjectRemovalsTable {
  account_id: string;
  ticket_id: string;
  requested_at: Generated<Date>;
}
