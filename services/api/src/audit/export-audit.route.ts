import { Readable } from 'node:stream';
import { type AuditEvent, type AuditFilter, auditFilterSchema } from '@ticket-pros/contracts/audit';
import type { Database } from '@ticket-pros/db/connect-database';
import { type MemberScope, withMember } from '@ticket-pros/db/scope';
import { writeAudit } from '@ticket-pros/db/write-audit';
import { stringify } from 'csv-stringify';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { type PlacedEvent, selectAuditEvents } from './select-audit-events.ts';

const batchSize = 500;

const csvColumns = [
  'at',
  'action',
  'actor',
  'member_id',
  'member',
  'api_key_id',
  'subject_kind',
  'subject_id',
  'subject',
  'address',
  'device',
  'details',
];

function csvRow(event: AuditEvent): string[] {
  return [
    event.at,
    event.action,
    event.actor,
    event.member?.id ?? '',
    event.member?.name ?? '',
    event.apiKeyId ?? '',
    event.subject?.kind ?? '',
    event.subject?.id ?? '',
    event.subject?.name ?? '',
    event.address ?? '',
    event.device ?? '',
    event.payload === null ? '' : JSON.stringify(event.payload),
  ];
}

/** GET /v1/audit.csv: the filtered log as a file, streamed, newest first. The export itself is its first line. */
export function exportAudit(app: Api, { db }: ApiParts): void {
  app.get(
    '/v1/audit.csv',
    {
      config: { access: { who: 'members', roles: ['owner'], key: 'audit.read' } },
      schema: {
        tags: ['Audit'],
        summary: 'Export the audit log as CSV',
        querystring: auditFilterSchema,
      },
    },
    async (request, reply) => {
      const { scope } = askerOf(request);
      const filter = request.query;
      await withMember(db, scope, (transaction) =>
        writeAudit(transaction, scope, { action: 'audit.exported', payload: { filter } }),
      );
      // Spreadsheets run cells that begin like a formula; this makes them plain text.
      const csv = stringify({ header: true, columns: csvColumns, bom: true, escape_formulas: true });
      const rows = Readable.from(listAllEvents(db, scope, filter)).map(csvRow);
      rows.once('error', (error) => csv.destroy(error));
      reply.header('content-disposition', 'attachment; filename="audit.csv"').header('cache-control', 'no-store');
      return reply.type('text/csv; charset=utf-8').send(rows.pipe(csv));
    },
  );
}

/** Every event that a filter means, a batch in memory at a time. */
async function* listAllEvents(db: Database, scope: MemberScope, filter: AuditFilter): AsyncGenerator<AuditEvent> {
  let last: PlacedEvent | undefined;
  for (;;) {
    const batch = await withMember(db, scope, (transaction) =>
      selectAuditEvents(transaction, scope, { filter, after: last?.place, limit: batchSize }),
    );
    for (const { event } of batch) yield event;
    last = batch.at(-1);
    if (batch.length < batchSize) return;
  }
}
