import type { UploadReceipt } from '@ticket-pros/contracts/upload';
import type { UploadAnswer } from './read-upload-answer.ts';

/** What became of a try to send a ticket. */
export type SendOutcome = { kind: 'stored'; receipt: UploadReceipt } | Exclude<UploadAnswer, { kind: 'ask_again' }>;
