import { ActionIcon, Button, Popover, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch, IconX } from '@tabler/icons-react';
import type { TicketSummary } from '@ticket-pros/contracts/ticket';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeFilter, hasFilters, type ListSearch } from './list-search.ts';
import styles from './tickets.module.css';

interface ListFiltersProps {
  search: ListSearch;
  tickets: readonly TicketSummary[];
  onChange: (search: ListSearch) => void;
}

/** Search, member, days and order. */
export function ListFilters({ search, tickets, onChange }: ListFiltersProps) {
  const { t } = useTranslation();
  const members = useMembersSeen(tickets);
  const moreChosen = [search.memberId, search.receivedFrom, search.receivedTo, search.sort].filter(Boolean).length;
  return (
    <search className={styles.filters}>
      <SearchBox search={search} onChange={onChange} />
      <Popover position="bottom-end" width={280} shadow="md" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            className={styles.moreFilters}
            leftSection={<IconAdjustmentsHorizontal aria-hidden size={16} />}
            rightSection={moreChosen > 0 ? <span className={styles.filterCount}>{moreChosen}</span> : undefined}
          >
            {t('tickets.filters')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={styles.filterPanel}>
          <Select
            label={t('tickets.member')}
            placeholder={t('tickets.anyMember')}
            data={members}
            value={search.memberId ?? null}
            clearable
            comboboxProps={{ withinPortal: false }}
            onChange={(memberId) => onChange(changeFilter(search, { memberId: memberId ?? '' }))}
          />
          <TextInput
            type="date"
            label={t('tickets.receivedFrom')}
            value={search.receivedFrom ?? ''}
            max={search.receivedTo ?? undefined}
            onChange={(event) => onChange(changeFilter(search, { receivedFrom: event.currentTarget.value }))}
          />
          <TextInput
            type="date"
            label={t('tickets.receivedTo')}
            value={search.receivedTo ?? ''}
            min={search.receivedFrom ?? undefined}
            onChange={(event) => onChange(changeFilter(search, { receivedTo: event.currentTarget.value }))}
          />
          <Select
            label={t('tickets.sort')}
            data={[
              { value: 'newest', label: t('tickets.newest') },
              { value: 'oldest', label: t('tickets.oldest') },
            ]}
            value={search.sort ?? 'newest'}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(order) => {
              const { sort: _sort, ...rest } = search;
              onChange(order === 'oldest' ? { ...rest, sort: order } : rest);
            }}
          />
          <Button
            variant="subtle"
            disabled={!hasFilters(search)}
            onClick={() => onChange(search.sort ? { sort: search.sort } : {})}
          >
            {t('tickets.clearFilters')}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </search>
  );
}

function SearchBox({ search, onChange }: Pick<ListFiltersProps, 'search' | 'onChange'>) {
  const { t } = useTranslation();
  // A phone has no room for the hint.
  const narrow = useMediaQuery('(max-width: 768px)', window.innerWidth <= 768, { getInitialValueInEffect: false });
  const [text, setText] = useState(search.search ?? '');
  const apply = useDebouncedCallback((typed: string) => onChange(changeFilter(search, { search: typed.trim() })), 250);
  useEffect(() => setText(search.search ?? ''), [search.search]);
  return (
    <TextInput
      className={styles.search}
      data-list-search
      type="search"
      aria-label={t('tickets.search')}
      placeholder={narrow ? t('tickets.search') : t('tickets.searchPlaceholder')}
      leftSection={<IconSearch aria-hidden size={16} />}
      rightSection={
        text !== '' && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('tickets.clearSearch')} onClick={() => apply('')}>
            <IconX aria-hidden size={16} />
          </ActionIcon>
        )
      }
      maxLength={100}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}

/** Everybody who sent one of the tickets listed so far, in this visit. */
function useMembersSeen(tickets: readonly TicketSummary[]): { value: string; label: string }[] {
  const seen = useRef(new Map<string, string>());
  for (const { capturedBy } of tickets) seen.current.set(capturedBy.memberId, capturedBy.name);
  const members = Array.from(seen.current, ([value, label]) => ({ value, label }));
  return members.sort((one, other) => one.label.localeCompare(other.label));
}
