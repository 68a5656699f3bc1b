import { Button, Checkbox, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { Notice } from '../shell/notice.tsx';
import { ticketCountsQuery } from '../tickets/list-queries.ts';
import { changeFilter, type ListSearch } from '../tickets/list-search.ts';
import styles from './rereadings.module.css';
import { useAskForRereading } from './use-ask-for-rereading.ts';

const states = ['needs_review', 'failed'] as const;
type OpenState = (typeof states)[number];

/** Chooses open tickets by state and day, says how many that are, and has them read again. */
export function AskForm({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly OpenState[]>(states);
  const [days, setDays] = useState<ListSearch>({});
  const counts = useQuery(ticketCountsQuery(days));
  const ask = useAskForRereading();
  const count = counts.data && chosen.reduce((sum, state) => sum + (counts.data[state] ?? 0), 0);
  const number = count?.toLocaleString(pageLocale()) ?? '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (disabled || ask.isPending || chosen.length === 0) return;
    const { receivedFrom, receivedTo } = days;
    ask.mutate(
      {
        states: [...chosen],
        ...(receivedFrom === undefined ? {} : { receivedFrom }),
        ...(receivedTo === undefined ? {} : { receivedTo }),
      },
      {
        onSuccess: ({ tickets }) =>
          notifications.show({ color: 'petrol', message: t('rereadings.begun', { count: tickets }) }),
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Checkbox.Group
        label={t('rereadings.which')}
        value={[...chosen]}
        onChange={(names) => setChosen(states.filter((state) => names.includes(state)))}
      >
        <div className={styles.choices}>
          {states.map((state) => (
            <Checkbox key={state} value={state} disabled={disabled} label={t(`rereadings.states.${state}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.days}>
        <TextInput
          type="date"
          label={t('tickets.receivedFrom')}
          disabled={disabled}
          value={days.receivedFrom ?? ''}
          max={days.receivedTo}
          onChange={(event) => setDays(changeFilter(days, { receivedFrom: event.currentTarget.value }))}
        />
        <TextInput
          type="date"
          label={t('tickets.receivedTo')}
          disabled={disabled}
          value={days.receivedTo ?? ''}
          min={days.receivedFrom}
          onChange={(event) => setDays(changeFilter(days, { receivedTo: event.currentTarget.value }))}
        />
      </div>
      <div role="alert">
        {ask.error && (
          <Notice tone="bad" icon={IconAlertTriangle}>
            {ask.sentence(ask.error)}
          </Notice>
        )}
      </div>
      <div className={styles.submit}>
        <Button
          type="submit"
          leftSection={<IconRefresh aria-hidden size={16} />}
          disabled={disabled || chosen.length === 0 || count === 0}
          loading={ask.isPending}
        >
          {t('rereadings.submit')}
        </Button>
        <span className={styles.count} role="status">
          {count === undefined ? '' : count === 0 ? t('rereadings.noneFits') : t('rereadings.count', { count, number })}
        </span>
      </div>
    </form>
  );
}
