import { useState } from 'react';
import { isReachable } from '../api/is-reachable.ts';
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

  const remember = () => {
    keepDeviceLanguage({ language: other, unsavedFor: member.id });
    rememberMember({ ...member, language: other });
  };
  const change = async () => {
    setFailed(false);
    try {
      await showCaptureIn(other);
    } catch {
      if (!(await isReachable())) return setFailed(true);
      // A page does not ask again for a file that failed once, or that a newer version took away; a new page does.
      remember();
      return window.location.reload();
    }
    remember();
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
