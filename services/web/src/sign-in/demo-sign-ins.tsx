import { UnstyledButton } from '@mantine/core';
import { IconCamera, IconChevronRight, IconKey, IconListCheck } from '@tabler/icons-react';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { useTranslation } from 'react-i18next';
import styles from './sign-in.module.css';

interface DemoSignInsProps {
  members: readonly { role: MemberRole; email: string; password: string }[];
  disabled: boolean;
  onPick: (member: { email: string; password: string }) => void;
}

const icons = { owner: IconKey, office: IconListCheck, crew: IconCamera };

/** The demo account's members, one tap each. Only a demo server on this computer offers them. */
export function DemoSignIns({ members, disabled, onPick }: DemoSignInsProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.demo} aria-label={t('signIn.demoTitle')}>
      <h2 className={styles.demoTitle}>{t('signIn.demoTitle')}</h2>
      <p className={styles.demoHint}>{t('signIn.demoHint')}</p>
      <ul className={styles.demoList}>
        {members.map(({ role, email, password }) => {
          const Icon = icons[role];
          return (
            <li key={email}>
              <UnstyledButton
                className={styles.demoButton}
                disabled={disabled}
                onClick={() => onPick({ email, password })}
              >
                <Icon aria-hidden size={20} />
                <span>
                  <b>{t(`signIn.demoRoles.${role}.name`)}</b> {t(`signIn.demoRoles.${role}.does`)}
                </span>
                <IconChevronRight aria-hidden size={18} className={styles.demoArrow} />
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
