import { t } from '../../messages/capture-messages.ts';
import styles from './filter-bar.module.css';
import type { TicketFilter } from './use-recent-tickets.ts';

interface FilterBarProps {
  filter: TicketFilter;
  /** How many tickets need something from the member. */
  needing: number;
  onFilter: (filter: TicketFilter) => void;
}

/** All of the tickets, or those that need something from the member. */
export function FilterBar({ filter, needing, onFilter }: FilterBarProps) {
  const button = (wanted: TicketFilter, words: string) => (
    <button type="button" aria-pressed={filter === wanted} onClick={() => onFilter(wanted)}>
      {words}
    </button>
  );
  return (
    <div className={styles.bar} data-needed={needing > 0}>
      {button('all', t('myTickets.all'))}
      {button('needsMe', needing === 0 ? t('myTickets.needsMe') : `${t('myTickets.needsMe')} (${needing})`)}
    </div>
  );
}
