import { useState } from 'react';
import { showCaptureIn, t } from '../messages/capture-messages.ts';
import { keepDeviceLanguage } from '../messages/device-language.ts';
import { languageNames } from '../messages/languages.ts';
import { saveLanguageChoice } from '../messages/save-language-choice.ts';
import { usePageLanguage } from '../messages/use-page-language.ts';
import styles from './capture.module.css';
import { type CaptureMember, rememberMember } from './signed-in-member.ts';

/** Shows the page in the other language, named as those who speak it name it. */
export function LanguageButton({ member }: { member: CaptureMember }) {
  const other = usePageLanguage() === 'en' ? 'es' : 'en';
  const [failed, setFailed] = useState(false);

  const change = async () => {
    try {
      await showCaptureIn(other);
    } catch {
      setFailed(true);
      return;
    }
    setFailed(false);
    keepDeviceLanguage({ language: other, unsavedFor: member.id });
    rememberMember({ ...member, language: other });
    await saveLanguageChoice(member.id);
  };

  return (
    <>
      <button type="button" className={styles.language} lang={other} onClick={() => void change()}>
        {languageNames[other]}
      </button>
      {failed && (
        <p className={styles.languageFailed} role="alert">
          {t('common.unreachable')}
        </p>
      )}
    </>
  );
}
