import { Button } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouteContext } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageNotice } from '../shell/page-notice.tsx';
import { useLeave } from '../shell/use-leave.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { meQuery } from '../sign-in/me-query.ts';
import { EmailSection } from './email-section.tsx';
import styles from './my-account.module.css';
import { PasskeysSection } from './passkeys/passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { PlacesSection } from './places/places-section.tsx';
import { PrivacySection } from './privacy/privacy-section.tsx';
import { ProfileSection } from './profile-section.tsx';
import { SecondFactorSection } from './second-factor/second-factor-section.tsx';
import { SessionsSection } from './sessions/sessions-section.tsx';

const sections = [
  'profile',
  'email',
  'password',
  'second-factor',
  'passkeys',
  'sessions',
  'places',
  'privacy',
] as const;

/** Everything that a member decides about itself. */
export function MyAccountPage() {
  const { t } = useTranslation();
  usePageTitle(t('myAccount.title'));
  const loaded = useRouteContext({ from: '/signed-in' });
  const me = useQuery(meQuery).data ?? loaded.me;
  const leave = useLeave();
  // It is about the sign-in, which is the owner's own, and about a member that it must not change.
  if (me.seeingAs !== null) return <PageNotice title={t('myAccount.title')} hint={t('problems.read_only')} />;
  return (
    <div className={styles.page}>
      <nav className={styles.contents} aria-label={t('myAccount.contents')}>
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <a href={`#${section}`}>{t(`myAccount.sections.${section}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.sections}>
        <h1 className={styles.title}>{t('myAccount.title')}</h1>
        <ProfileSection me={me} />
        <EmailSection me={me} />
        <PasswordSection me={me} />
        <SecondFactorSection me={me} />
        <PasskeysSection timeZone={me.account.timeZone} />
        <SessionsSection timeZone={me.account.timeZone} />
        <PlacesSection me={me} />
        <PrivacySection me={me} />
        <Button
          className={styles.leave ?? ''}
          variant="default"
          leftSection={<IconLogout aria-hidden size={16} />}
          onClick={() => void leave()}
        >
          {t('common.signOut')}
        </Button>
      </div>
    </div>
  );
}
