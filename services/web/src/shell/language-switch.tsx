import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '../messages/languages.ts';
import styles from './language-switch.module.css';
import { useLanguage } from './use-language.ts';

/** The languages side by side, each by its own name; for pages without an account menu. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const { language, choose } = useLanguage();
  return (
    <fieldset className={styles.switch} aria-label={t('common.language')}>
      {languages.map((one) => (
        <UnstyledButton
          key={one}
          className={styles.language}
          lang={one}
          aria-pressed={one === language}
          onClick={() => void choose(one)}
        >
          {languageNames[one]}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
