import type { givenPasswordSchema } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { CopyButton } from '../copy-button.tsx';
import styles from './given-password.module.css';

/** A sign-in name and its password in big letters, to be read out, shown or copied. */
export function GivenPassword({ given }: { given: z.infer<typeof givenPasswordSchema> }) {
  const { t } = useTranslation();
  const { signInName, password } = given;
  return (
    <div className={styles.given}>
      <dl className={styles.words}>
        <dt>{t('people.given.name')}</dt>
        <dd translate="no">{signInName}</dd>
        <dt>{t('people.given.password')}</dt>
        <dd translate="no">{password}</dd>
      </dl>
      <CopyButton text={`${t('people.given.name')}: ${signInName}\n${t('people.given.password')}: ${password}`} />
      <p className={styles.hint}>{t('people.given.once')}</p>
    </div>
  );
}
