import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../identity/mark.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import styles from './sign-in.module.css';
import { TicketDrawing } from './ticket-drawing.tsx';

interface DoorPageProps {
  title: string;
  /** What this page is for, where its title does not say it. */
  hint?: ReactNode;
  children?: ReactNode;
}

/** The frame of every page that people see before they are inside. */
export function DoorPage({ title, hint, children }: DoorPageProps) {
  const { t } = useTranslation();
  usePageTitle(title);
  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <Mark size={44} />
        <p className={styles.name}>{t('common.productName')}</p>
        <p className={styles.promise}>{t('signIn.promise')}</p>
        <TicketDrawing />
      </div>
      <div className={styles.panel}>
        <h1 className={styles.title}>{title}</h1>
        {hint !== undefined && <p className={styles.hint}>{hint}</p>}
        {children}
        <LanguageSwitch />
      </div>
    </main>
  );
}
