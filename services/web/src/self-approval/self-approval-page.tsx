import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import accountStyles from '../account/account.module.css';
import { NotLoadedNotice } from '../people/people-notice.tsx';
import { Notice } from '../shell/notice.tsx';
import { OwnerPage } from '../shell/owner-page.tsx';
import { SelfApprovalForm } from './self-approval-form.tsx';
import { selfApprovalQuery } from './self-approval-query.ts';

/** Where owners decide which tickets nobody has to look at. */
export function SelfApprovalPage() {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const approval = useQuery(selfApprovalQuery);
  return (
    <OwnerPage title={t('selfApproval.title')} hint={t('selfApproval.hint')} width="form">
      {me.seeingAs && (
        <Notice tone="info" icon={IconEye}>
          {t('accountSettings.seeingAs')}
        </Notice>
      )}
      {approval.isPending && approval.fetchStatus === 'fetching' && (
        <div className={accountStyles.skeleton} aria-busy>
          <span />
          <span />
          <span />
          <span />
        </div>
      )}
      {!approval.data && (approval.isError || approval.fetchStatus === 'paused') && (
        <NotLoadedNotice query={approval} />
      )}
      {approval.data && <SelfApprovalForm approval={approval.data} disabled={me.seeingAs !== null} />}
    </OwnerPage>
  );
}
