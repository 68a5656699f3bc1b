import { Button, Select, TextInput, UnstyledButton } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { auditActionSchema } from '@ticket-pros/contracts/audit';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { membersQuery } from '../people/member-queries.ts';
import { actionGroups } from './action-groups.ts';
import styles from './audit.module.css';
import { type AuditSearch, changeAuditSearch } from './audit-search.ts';

interface AuditFiltersProps {
  search: AuditSearch;
  onChange: (search: AuditSearch) => void;
  /** What the log is about, where it is about one thing alone. */
  about: string | null;
}

/** Who, what, which days; on a phone behind a button. */
export function AuditFilters({ search, onChange, about }: AuditFiltersProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const members = useQuery(membersQuery).data ?? [];
  const change = (part: Parameters<typeof changeAuditSearch>[1]) => onChange(changeAuditSearch(search, part));
  const { subjectId, ...filters } = search;
  const count = Object.keys(filters).length;
  return (
    <search className={styles.filters}>
      <Button
        variant="default"
        className={styles.filtersButton ?? ''}
        leftSection={<IconAdjustmentsHorizontal aria-hidden size={16} />}
        aria-expanded={open}
        aria-controls="audit-filters"
        onClick={() => setOpen(!open)}
      >
        {count === 0 ? t('audit.filters') : t('audit.filtersWithCount', { count })}
      </Button>
      <div id="audit-filters" className={styles.fields} data-open={open}>
        <Select
          className={styles.chooser ?? ''}
          label={t('audit.member')}
          placeholder={t('audit.anyMember')}
          nothingFoundMessage={t('audit.noMember')}
          data={members.map(({ id, name }) => ({ value: id, label: name }))}
          value={search.memberId ?? null}
          searchable
          clearable
          limit={60}
          onChange={(memberId) => change({ memberId })}
        />
        <Select
          className={styles.chooser ?? ''}
          label={t('audit.action')}
          placeholder={t('audit.anyAction')}
          nothingFoundMessage={t('audit.noAction')}
          data={actionGroups.map(({ group, actions }) => ({
            group: t(`audit.groups.${group}`),
            items: actions.map((action) => ({ value: action, label: t(`audit.actions.${action}`) })),
          }))}
          value={search.action ?? null}
          searchable
          clearable
          maxDropdownHeight={360}
          onChange={(action) => change({ action: auditActionSchema.safeParse(action).data ?? null })}
        />
        <TextInput
          type="date"
          className={styles.day ?? ''}
          label={t('audit.from')}
          value={search.from ?? ''}
          max={search.to}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          className={styles.day ?? ''}
          label={t('audit.to')}
          value={search.to ?? ''}
          min={search.from}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        {count > 0 && (
          <Button variant="subtle" onClick={() => onChange(subjectId === undefined ? {} : { subjectId })}>
            {t('audit.clear')}
          </Button>
        )}
      </div>
      {about !== null && (
        <UnstyledButton className={styles.about} onClick={() => onChange(filters)}>
          {t('audit.about', { what: about })}
          <IconX aria-hidden size={16} />
          <span className={styles.hidden}>{t('audit.aboutAll')}</span>
        </UnstyledButton>
      )}
    </search>
  );
}
