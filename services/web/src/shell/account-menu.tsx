import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconBuilding,
  IconCheck,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Me } from '@ticket-pros/contracts/member';
import { signInPages } from '@ticket-pros/contracts/sign-in';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../messages/languages.ts';
import { useSwitchPlace } from '../my-account/places/use-switch-place.ts';
import styles from './shell.module.css';
import { useLanguage } from './use-language.ts';
import { useLeave } from './use-leave.ts';

const schemes = [
  { scheme: 'light', label: 'shell.themeLight', Icon: IconSun },
  { scheme: 'dark', label: 'shell.themeDark', Icon: IconMoon },
  { scheme: 'auto', label: 'shell.themeAuto', Icon: IconDeviceDesktop },
] as const;

/** Who is signed in and in which company, the way to its own page, the colours of the screen, its language, the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useLanguage();
  const leave = useLeave();
  const switchPlace = useSwitchPlace();
  const others = me.places.filter(({ account }) => account.id !== me.account.id);
  const initials = me.member.name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('');

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
          <span>{me.email ?? me.signInName}</span>
          <span>{me.account.name}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to={signInPages.security} leftSection={<IconUserCircle aria-hidden size={16} />}>
          {t('myAccount.title')}
        </Menu.Item>
        {others.map(({ memberId, account }) => (
          <Menu.Item
            key={memberId}
            leftSection={<IconBuilding aria-hidden size={16} />}
            onClick={() => switchPlace.mutate(memberId)}
          >
            {t('myAccount.places.switchTo', { company: account.name })}
          </Menu.Item>
        ))}
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
