import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReviewLayout } from './arrange-fields.ts';
import { FieldInput } from './field-input.tsx';
import { FieldNote } from './field-note.tsx';
import type { FieldPanel } from './field-panel-state.ts';
import styles from './fields.module.css';
import { useFieldLabel } from './use-field-label.ts';

interface LineItemsProps {
  rows: ReviewLayout['rows'];
  columns: readonly string[];
  panel: FieldPanel;
  onAddRow: () => void;
}

/** The table of the ticket, cell by cell. */
export function LineItems({ rows, columns, panel, onAddRow }: LineItemsProps) {
  const { t } = useTranslation();
  const fieldLabel = useFieldLabel();
  return (
    <>
      {rows.length === 0 ? (
        <p className={styles.noRows}>{t('review.noRows')}</p>
      ) : (
        <div className={styles.tableFrame}>
          <table className={styles.items}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col" data-column={column.split('.')[1]}>
                    {fieldLabel(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, cells }) => (
                <tr key={row}>
                  {cells.map((cell) => {
                    const edit = panel.edits.edits.get(cell.key);
                    const label = t('review.field.rowLabel', { field: fieldLabel(cell.address.field), row });
                    return (
                      <td key={cell.key}>
                        <span className={styles.cell}>
                          <FieldInput field={cell} panel={panel} label={label} />
                          <span id={`${panel.inputId(cell.key)}-note`} className={styles.cellNote}>
                            <FieldNote field={cell} edit={edit} editable={panel.editable} short />
                          </span>
                        </span>
                        {edit?.error && (
                          <p className={styles.error} role="alert">
                            {edit.error}
                          </p>
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {panel.editable && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus aria-hidden size={14} />}
          onClick={onAddRow}
          className={styles.addRow}
        >
          {t('review.addRow')}
        </Button>
      )}
    </>
  );
}
