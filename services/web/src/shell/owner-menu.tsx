import { Menu, UnstyledButton } from '@mantine/core';
import {
  IconBuilding,
  IconChecklist,
  IconHistory,
  IconKey,
  IconSchool,
  IconSettings,
  IconShieldQuestion,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { countOpen, privacyRequestsQuery } from '../privacy-requests/privacy-requests-query.ts';
import menuStyles from './owner-menu.module.css';
import styles from './shell.module.css';

const places = [
  { to: '/people', label: 'shell.people', Icon: IconUsers },
  { to: '/account', label: 'accountSettings.menu.settings', Icon: IconSettings },
  { to: '/approval', label: 'selfApproval.title', Icon: IconChecklist },
  { to: '/forms', label: 'forms.title', Icon: IconSchool },
  { to: '/audit', label: 'audit.title', Icon: IconHistory },
  { to: '/api-keys', label: 'apiKeys.title', Icon: IconKey },
  { to: '/privacy-requests', label: 'privacyRequests.title', Icon: IconShieldQuestion },
] as const satisfies readonly { to: string; label: string; Icon: TablerIcon }[];

/** What owners manage, with how many privacy requests wait for an answer. */
export function OwnerMenu() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const waiting = countOpen(useQuery(privacyRequestsQuery).data ?? []);
  const isAt = (to: string) => pathname === to || pathname.startsWith(`${to}/`);
  return (
    <Menu position="bottom-start" width={260} shadow="md">
      <Menu.Target>
        <UnstyledButton
          className={styles.link}
          aria-label={waiting > 0 ? t('accountSettings.menu.openWithCount', { count: waiting }) : undefined}
          {...(places.some(({ to }) => isAt(to)) ? { 'data-active': true } : {})}
        >
          <IconBuilding aria-hidden size={20} />
          <span>{t('accountSettings.menu.open')}</span>
          {waiting > 0 && (
            <span className={styles.count} aria-hidden>
              {waiting > 99 ? '99+' : waiting}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={menuStyles.menu}>
        {places.map(({ to, label, Icon }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            aria-current={isAt(to) ? 'page' : undefined}
            leftSection={<Icon aria-hidden size={18} />}
            rightSection={
              to === '/privacy-requests' && waiting > 0 ? (
                <>
                  <span className={menuStyles.count} aria-hidden>
                    {waiting}
                  </span>
                  <span className={styles.hidden}>{t('privacyRequests.openCount', { count: waiting })}</span>
                </>
              ) : null
            }
          >
            {t(label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
