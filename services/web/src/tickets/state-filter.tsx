import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { ticketCountsQuery } from './list-queries.ts';
import { changeFilter, type ListSearch } from './list-search.ts';
import styles from './tickets.module.css';

/** The states that people filter by; tickets on their way to the reader are one lot to them. */
const groups: readonly (readonly TicketState[])[] = [
  ['needs_review'],
  ['approved'],
  ['reading', 'received'],
  ['failed'],
  ['unreadable'],
  ['rejected'],
];

interface StateFilterProps {
  search: ListSearch;
  onChange: (search: ListSearch) => void;
}

/** One button a state, with how many tickets are in it. */
export function StateFilter({ search, onChange }: StateFilterProps) {
  const { t } = useTranslation();
  const counts = useQuery(ticketCountsQuery(search));
  const count = (states: readonly TicketState[]) =>
    counts.data && states.reduce((sum, state) => sum + (counts.data[state] ?? 0), 0);

  const option = (label: string, states: readonly TicketState[], value: string) => {
    const chosen = (search.state ?? '') === value;
    return (
      <UnstyledButton
        key={value}
        className={styles.state}
        aria-pressed={chosen}
        onClick={() => onChange(changeFilter(search, { state: value }))}
      >
        {label}
        <span className={styles.stateCount}>{count(states)?.toLocaleString(pageLocale()) ?? ' '}</span>
      </UnstyledButton>
    );
  };

  return (
    <fieldset className={styles.states} aria-label={t('tickets.stateFilter')}>
      {option(t('tickets.all'), groups.flat(), '')}
      {groups.map((states) => option(t(`states.${states[0] ?? 'reading'}`), states, states.join(',')))}
    </fieldset>
  );
}
