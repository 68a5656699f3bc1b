import { Button, Switch } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { InvitationPreview } from '@ticket-pros/contracts/invitation';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../shell/notice.tsx';
import styles from './add-people.module.css';

interface BulkPreviewProps {
  preview: InvitationPreview;
  isPending: boolean;
  onInvite: () => void;
}

/** What would become of each line, and what to mend. */
export function BulkPreview({ preview, isPending, onInvite }: BulkPreviewProps) {
  const { t } = useTranslation();
  const { lines, ready, withProblems } = preview;
  const [onlyProblems, setOnlyProblems] = useState(false);
  const start = useRef<HTMLDivElement>(null);
  useEffect(() => start.current?.focus(), []);
  const shown = onlyProblems ? lines.filter(({ problems }) => problems.length > 0) : lines;
  return (
    <div ref={start} tabIndex={-1} className={styles.preview}>
      {withProblems > 0 ? (
        <Notice
          tone="bad"
          icon={IconAlertTriangle}
          title={t('people.add.many.withProblems', { count: withProblems, total: lines.length })}
        >
          {t('people.add.many.mend')}
        </Notice>
      ) : (
        <Notice tone="info" icon={IconCheck}>
          {t('people.add.many.ready', { count: ready })}
        </Notice>
      )}
      <div className={styles.buttons}>
        {withProblems > 0 ? (
          <>
            <Button type="submit" variant="default">
              {t('people.add.many.checkAgain')}
            </Button>
            <Switch
              label={t('people.add.many.onlyProblems')}
              checked={onlyProblems}
              onChange={(event) => setOnlyProblems(event.currentTarget.checked)}
            />
          </>
        ) : (
          <Button size="md" disabled={ready === 0} loading={isPending} onClick={onInvite}>
            {t('people.add.many.submit', { count: ready })}
          </Button>
        )}
      </div>
      <table className={styles.lines} aria-label={t('people.add.many.linesLabel')}>
        <thead>
          <tr>
            <th scope="col">{t('people.add.many.line')}</th>
            <th scope="col">{t('people.columns.name')}</th>
            <th scope="col">{t('people.add.email.address')}</th>
            <th scope="col">{t('people.columns.role')}</th>
            <th scope="col">{t('people.form.reportsTo')}</th>
          </tr>
        </thead>
        {shown.map(({ line, name, email, role, reportsTo, problems }) => (
          <tbody key={line} data-wrong={problems.length > 0}>
            <tr>
              <td>{line}</td>
              <td>{name === '' ? t('common.noValue') : name}</td>
              <td>{email === '' ? t('common.noValue') : email}</td>
              <td>{role === null ? t('common.noValue') : t(`people.roles.${role}`)}</td>
              <td>{reportsTo?.name ?? t(problems.length > 0 ? 'common.noValue' : 'people.atTheTop')}</td>
            </tr>
            {problems.length > 0 && (
              <tr>
                <td />
                <td colSpan={4}>
                  {problems.map((problem) => (
                    <span key={problem} className={styles.wrong}>
                      <IconAlertTriangle aria-hidden size={16} />
                      {problem}
                    </span>
                  ))}
                </td>
              </tr>
            )}
          </tbody>
        ))}
      </table>
    </div>
  );
}
