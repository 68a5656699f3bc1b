import { Button } from '@mantine/core';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { AccountSection } from '../account-section.tsx';
import { Folded } from '../folded.tsx';
import styles from '../my-account.module.css';
import { FoundAccount } from './found-account.tsx';
import { useSwitchPlace } from './use-switch-place.ts';

/** The companies that this person works in, and a new one of its own. */
export function PlacesSection({ me }: { me: Me }) {
  const { t } = useTranslation();
  const switchPlace = useSwitchPlace();
  return (
    <AccountSection id="places" title={t('myAccount.sections.places')} hint={t('myAccount.places.hint')}>
      <ul className={styles.list}>
        {me.places.map(({ memberId, role, account }) => (
          <li key={memberId} className={styles.row}>
            <div className={styles.rowText}>
              <b>{account.name}</b>
              <span>{t(`signIn.demoRoles.${role}.name`)}</span>
            </div>
            {memberId === me.member.id ? (
              <span className={styles.tag}>{t('myAccount.places.here')}</span>
            ) : (
              <Button
                size="sm"
                variant="default"
                loading={switchPlace.isPending && switchPlace.variables === memberId}
                aria-label={t('myAccount.places.switchTo', { company: account.name })}
                onClick={() => switchPlace.mutate(memberId)}
              >
                {t('myAccount.places.switch')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Folded label={t('myAccount.places.found')}>{(close) => <FoundAccount onCancel={close} />}</Folded>
    </AccountSection>
  );
}
