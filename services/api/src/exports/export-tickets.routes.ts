import { Readable } from 'node:stream';
import type { FieldType } from '@ticket-pros/contracts/field';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import { ticketFilterSchema } from '@ticket-pros/contracts/ticket';
import { stringify } from 'csv-stringify';
import { askerOf } from '../access/guard-routes.ts';
import type { Api, ApiParts } from '../api-parts.ts';
import { type ExportedTicket, listExportedTickets } from './list-exported-tickets.ts';
import { noteExport } from './note-export.ts';

const fieldNames = fieldTicketType.fields.map((field) => field.name);
const tableColumns = fieldTicketType.table?.columns.map((column) => column.name) ?? [];
/** Normal forms of these begin with a minus at most, and spreadsheets have to see them as what they are. */
const plainTypes: readonly FieldType[] = ['number', 'money', 'date', 'time'];
const plainColumns = new Set(
  fieldTicketType.fields.filter((field) => plainTypes.includes(field.type)).map((field) => field.name),
);
const csvColumns = ['id', 'state', 'received_at', 'captured_by', ...fieldNames, 'line_items'];

/** One row for each ticket; its table is told in one cell, an item a line. */
function csvRow(ticket: ExportedTicket): string[] {
  const lineItems = ticket.lineItems
    .map((item) => tableColumns.map((column) => item[column] ?? '').join(' | '))
    .join('\n');
  const values = fieldNames.map((name) => ticket.fields[name] ?? '');
  return [ticket.id, ticket.state, ticket.receivedAt, ticket.capturedBy, ...values, lineItems];
}

async function* jsonText(tickets: AsyncIterable<ExportedTicket>): AsyncGenerator<string> {
  let separator = '{"tickets":[\n';
  for await (const ticket of tickets) {
    yield separator + JSON.stringify(ticket);
    separator = ',\n';
  }
  yield separator.startsWith('{') ? '{"tickets":[]}\n' : '\n]}\n';
}

/** GET /v1/exports/tickets.csv and .json: the filtered list as a file, streamed. */
export function exportTickets(app: Api, parts: ApiParts): void {
  const config = { access: { who: 'members', key: 'tickets.read' } } as const;
  const schema = (format: string) => ({
    tags: ['Exports'],
    summary: `Export the filtered tickets as ${format}`,
    querystring: ticketFilterSchema,
  });
  app.get('/v1/exports/tickets.csv', { config, schema: schema('CSV') }, async (request, reply) => {
    const { scope } = askerOf(request);
    await noteExport(parts.db, scope, { format: 'csv', filter: request.query });
    const csv = stringify({
      header: true,
      columns: csvColumns,
      bom: true,
      // Spreadsheets run cells that begin like a formula; this makes them plain text.
      escape_formulas: true,
      cast: {
        string: (value, { index }) =>
          value.startsWith('-') && plainColumns.has(csvColumns[index] ?? '')
            ? { value, escape_formulas: false }
            : value,
      },
    });
    const rows = Readable.from(listExportedTickets(parts.db, scope, request.query)).map(csvRow);
    rows.once('error', (error) => csv.destroy(error));
    reply.header('content-disposition', 'attachment; filename="tickets.csv"').header('cache-control', 'no-store');
    return reply.type('text/csv; charset=utf-8').send(rows.pipe(csv));
  });
  app.get('/v1/exports/tickets.json', { config, schema: schema('JSON') }, async (request, reply) => {
    const { scope } = askerOf(request);
    await noteExport(parts.db, scope, { format: 'json', filter: request.query });
    reply.header('content-disposition', 'attachment; filename="tickets.json"').header('cache-control', 'no-store');
    const text = Readable.from(jsonText(listExportedTickets(parts.db, scope, request.query)));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}
