import { useMediaQuery } from '@mantine/hooks';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useTranslation } from 'react-i18next';
import { TicketCards } from './ticket-cards.tsx';
import styles from './ticket-list.module.css';
import { TicketRow } from './ticket-row.tsx';

interface TicketListProps {
  /** null while the first page is being loaded. */
  tickets: readonly TicketSummary[] | null;
  timeZone: string;
}

const columns = ['photo', 'number', 'company', 'total', 'state', 'received'] as const;
const skeletonKeys = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** The tickets: a dense table at the desk, cards on the phone. */
export function TicketList({ tickets, timeZone }: TicketListProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 768px)', window.innerWidth <= 768, { getInitialValueInEffect: false });
  if (narrow) return <TicketCards tickets={tickets} timeZone={timeZone} skeletonKeys={skeletonKeys} />;
  return (
    <table className={styles.table} aria-label={t('tickets.listLabel')}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {t(`tickets.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tickets
          ? tickets.map((ticket) => <TicketRow key={ticket.id} ticket={ticket} timeZone={timeZone} />)
          : skeletonKeys.map((key) => (
              <tr key={key} className={styles.skeleton}>
                {columns.map((column) => (
                  <td key={column} data-column={column}>
                    <span />
                  </td>
                ))}
              </tr>
            ))}
      </tbody>
    </table>
  );
}
