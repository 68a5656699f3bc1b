import { Button } from '@mantine/core';
import { IconRefresh, IconSchool } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import type { KnownForm } from '@ticket-pros/contracts/learning';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { LinkButton } from '../shell/link-button.tsx';
import { OwnerPage } from '../shell/owner-page.tsx';
import { PageNotice } from '../shell/page-notice.tsx';
import { useLoadMore } from '../shell/use-load-more.ts';
import { ForgetFormDialog } from './forget-form-dialog.tsx';
import { FormRow } from './form-row.tsx';
import styles from './forms.module.css';
import { formsQuery } from './forms-query.ts';

/** The printed forms that the account's approved tickets taught the reader. */
export function FormsPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const list = useInfiniteQuery(formsQuery);
  const end = useLoadMore(list);
  const [forgetting, setForgetting] = useState<KnownForm | null>(null);
  const forms = list.data?.pages.flatMap((page) => page.forms) ?? [];
  const readAgain = (
    <LinkButton to="/tickets/read-again" variant="default" leftSection={<IconRefresh aria-hidden size={16} />}>
      {t('rereadings.title')}
    </LinkButton>
  );

  return (
    <OwnerPage title={t('forms.title')} hint={t('forms.hint')} action={forms.length > 0 && readAgain}>
      {list.isPending && list.fetchStatus === 'fetching' && <div className={styles.skeleton} aria-busy />}
      {!list.data && (list.isError || list.fetchStatus === 'paused') && <NotLoadedNotice query={list} />}
      {list.data && forms.length === 0 && (
        <PageNotice
          heading="h2"
          icon={<IconSchool aria-hidden size={36} stroke={1.5} />}
          title={t('forms.noneTitle')}
          hint={t('forms.noneHint')}
        >
          <LinkButton to="/review">{t('forms.noneAction')}</LinkButton>
        </PageNotice>
      )}
      {forms.length > 0 && (
        <>
          <table className={styles.table} aria-label={t('forms.title')}>
            <thead>
              <tr>
                <th scope="col">{t('forms.columns.issuer')}</th>
                <th scope="col" className={styles.number}>
                  {t('forms.columns.tickets')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('forms.columns.fields')}
                </th>
                <th scope="col" className={styles.when}>
                  {t('forms.columns.learned')}
                </th>
                <td />
              </tr>
            </thead>
            <tbody>
              {forms.map((form) => (
                <FormRow
                  key={form.id}
                  form={form}
                  timeZone={me.account.timeZone}
                  {...(me.seeingAs ? {} : { onForget: () => setForgetting(form) })}
                />
              ))}
            </tbody>
          </table>
          <div ref={end} className={styles.footer}>
            {list.hasNextPage && (
              <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
                {t('tickets.loadMore')}
              </Button>
            )}
          </div>
        </>
      )}
      {forgetting && <ForgetFormDialog form={forgetting} onClose={() => setForgetting(null)} />}
    </OwnerPage>
  );
}
