import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../messages/languages.ts';
import { signOut } from '../sign-in/sign-in.ts';
import styles from './shell.module.css';
import { useLanguage } from './use-language.ts';

const schemes = [
  { scheme: 'light', label: 'shell.themeLight', Icon: IconSun },
  { scheme: 'dark', label: 'shell.themeDark', Icon: IconMoon },
  { scheme: 'auto', label: 'shell.themeAuto', Icon: IconDeviceDesktop },
] as const;

/** Who is signed in, the colours of the screen, its language, the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const queryClient = useQueryClient();
  const initials = me.member.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');

  const leave = async () => {
    try {
      await signOut();
      queryClient.clear();
      window.location.assign('/sign-in');
    } catch {
      notifications.show({ color: 'red', message: t('common.unreachable') });
    }
  };

  return (
    <Menu position="bottom-end" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles.me}>
          <span className={styles.initials}>{initials}</span>
          <span className={styles.hidden}>{t('shell.signedInAs', { name: me.member.name })}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.meCard}>
          <b>{me.member.name}</b>
          <span>{me.email}</span>
          <span>{me.account.name}</span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {schemes.map(({ scheme, label, Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon aria-hidden size={16} />}
            rightSection={colorScheme === scheme ? <IconCheck aria-hidden size={16} /> : null}
            aria-current={colorScheme === scheme}
            onClick={() => setColorScheme(scheme)}
          >
            {t(label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('common.language')}</Menu.Label>
        {languages.map((one) => (
          <Menu.Item
            key={one}
            lang={one}
            rightSection={one === language ? <IconCheck aria-hidden size={16} /> : null}
            aria-current={one === language}
            onClick={() => void choose(one)}
          >
            {languageNames[one]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout aria-hidden size={16} />} onClick={() => void leave()}>
          {t('common.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
