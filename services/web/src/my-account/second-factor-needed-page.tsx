import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import type { Me } from '@ticket-pros/contracts/member';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorPage } from '../sign-in/door-page.tsx';
import { meQuery } from '../sign-in/me-query.ts';
import { needsSecondFactor } from '../sign-in/needs-second-factor.ts';
import styles from '../sign-in/sign-in.module.css';
import { signOut } from '../sign-in/sign-out.ts';
import { useEnter } from '../sign-in/use-enter.ts';
import { SetUpSecondFactor } from './second-factor/set-up-second-factor.tsx';

/** The company wants a second factor: how to set it up, and from there to the page that was asked for. */
export function SecondFactorNeededPage() {
  const { t } = useTranslation();
  const { goTo } = useSearch({ from: '/second-factor' });
  const queryClient = useQueryClient();
  const me = useQuery(meQuery);
  const enter = useEnter();
  const isNobody = me.data === null;
  useEffect(() => {
    if (isNobody) window.location.replace('/sign-in');
  }, [isNobody]);

  const describeNeed = (who: Me) =>
    needsSecondFactor(who)
      ? t('myAccount.secondFactorNeeded.hint', { company: who.account.name })
      : t('myAccount.secondFactorNeeded.hintFirst');

  const leave = async () => {
    await signOut();
    queryClient.clear();
    window.location.assign('/sign-in');
  };

  return (
    <DoorPage title={t('myAccount.secondFactorNeeded.title')} {...(me.data ? { hint: describeNeed(me.data) } : {})}>
      <SetUpSecondFactor onDone={() => void enter(goTo)} />
      <p className={styles.other}>
        <Button variant="subtle" size="compact-sm" onClick={() => void leave()}>
          {t('common.signOut')}
        </Button>
      </p>
    </DoorPage>
  );
}
