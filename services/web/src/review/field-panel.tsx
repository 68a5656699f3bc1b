import type { TicketType } from '@ticket-pros/contracts/field';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import type { ReviewLayout } from './arrange-fields.ts';
import type { FieldPanel as PanelState } from './field-panel-state.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields.module.css';
import { LineItems } from './line-items.tsx';
import { useFieldLabel } from './use-field-label.ts';

interface FieldPanelProps {
  ticket: TicketDetail;
  ticketType: TicketType;
  layout: ReviewLayout;
  panel: PanelState;
  onAddRow: () => void;
}

/** All fields of a ticket, in groups, and its table. */
export function FieldPanel({ ticket, ticketType, layout, panel, onAddRow }: FieldPanelProps) {
  const { t } = useTranslation();
  const fieldLabel = useFieldLabel();
  const { table } = ticketType;
  return (
    <>
      {layout.groups.map(({ group, fields }) => (
        <section key={group} className={styles.group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`} className={styles.groupTitle}>
            {t(`fieldGroups.${group}`)}
          </h2>
          {fields.map((field) => (
            <FieldRow
              key={field.key}
              ticket={ticket}
              field={field}
              label={fieldLabel(field.address.field)}
              panel={panel}
            />
          ))}
        </section>
      ))}
      {table && (
        <section className={styles.group} aria-labelledby="group-table">
          <h2 id="group-table" className={styles.groupTitle}>
            {t('fieldGroups.line_items')}
          </h2>
          <LineItems
            rows={layout.rows}
            columns={table.columns.map(({ name }) => `${table.name}.${name}`)}
            panel={panel}
            onAddRow={onAddRow}
          />
        </section>
      )}
    </>
  );
}
