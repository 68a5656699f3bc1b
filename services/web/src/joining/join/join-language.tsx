import { useState } from 'react';
import { keepDeviceLanguage } from '../../messages/device-language.ts';
import { showJoinIn, t } from '../../messages/join-messages.ts';
import { languageNames } from '../../messages/languages.ts';
import { usePageLanguage } from '../../messages/use-page-language.ts';
import styles from './join.module.css';

/** Shows the page in the other language, named as those who speak it name it; this phone keeps to it. */
export function JoinLanguage() {
  const other = usePageLanguage() === 'en' ? 'es' : 'en';
  const [failed, setFailed] = useState(false);
  const change = async () => {
    try {
      await showJoinIn(other);
      keepDeviceLanguage({ language: other, unsavedFor: null });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <button type="button" className={styles.language} lang={other} onClick={() => void change()}>
        {languageNames[other]}
      </button>
      {failed && (
        <p className={styles.problem} role="alert">
          {t('common.unreachable')}
        </p>
      )}
    </>
  );
}
