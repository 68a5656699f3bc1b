import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../sign-in/me-query.ts';
import { AccountSection } from '../account-section.tsx';
import styles from '../my-account.module.css';
import { NewRecoveryCodes } from './new-recovery-codes.tsx';
import { SetUpSecondFactor } from './set-up-second-factor.tsx';
import { TurnOffSecondFactor } from './turn-off-second-factor.tsx';

/** The codes of an app, besides the password. */
export function SecondFactorSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<'set up' | 'new codes' | 'turn off' | null>(null);
  const [isBack, setIsBack] = useState(false);
  const stop = () => {
    setDoing(null);
    setIsBack(true);
  };
  const done = () => {
    stop();
    void queryClient.invalidateQueries(meQuery);
  };

  return (
    <AccountSection
      id="second-factor"
      title={t('myAccount.sections.second-factor')}
      hint={t('myAccount.secondFactor.hint')}
    >
      <p className={styles.state} data-on={me.hasSecondFactor}>
        {me.hasSecondFactor ? <IconShieldCheck aria-hidden size={20} /> : <IconShieldOff aria-hidden size={20} />}
        {t(me.hasSecondFactor ? 'myAccount.secondFactor.on' : 'myAccount.secondFactor.off')}
      </p>
      {doing === 'set up' && <SetUpSecondFactor onDone={done} onCancel={stop} />}
      {doing === 'new codes' && <NewRecoveryCodes onDone={stop} />}
      {doing === 'turn off' && <TurnOffSecondFactor onDone={done} onCancel={stop} />}
      {doing === null && (
        <div className={styles.buttons}>
          {me.hasSecondFactor ? (
            <>
              <Button variant="default" autoFocus={isBack} onClick={() => setDoing('new codes')}>
                {t('myAccount.recovery.new')}
              </Button>
              <Button variant="default" onClick={() => setDoing('turn off')}>
                {t('myAccount.secondFactor.turnOff')}
              </Button>
            </>
          ) : (
            <Button autoFocus={isBack} onClick={() => setDoing('set up')}>
              {t('myAccount.secondFactor.setUp')}
            </Button>
          )}
        </div>
      )}
    </AccountSection>
  );
}
