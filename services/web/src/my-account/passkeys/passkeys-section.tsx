import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { canUsePasskeys } from '../../sign-in/can-use-passkeys.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { AccountSection } from '../account-section.tsx';
import { Folded } from '../folded.tsx';
import { LoadingRows } from '../loading-rows.tsx';
import styles from '../my-account.module.css';
import { AddPasskeyForm } from './add-passkey-form.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { passkeysQuery } from './passkeys-query.ts';

/** Signing in with the finger, the face or the PIN of a device. */
export function PasskeysSection({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const passkeys = useQuery(passkeysQuery);
  return (
    <AccountSection id="passkeys" title={t('myAccount.sections.passkeys')} hint={t('myAccount.passkeys.hint')}>
      {passkeys.isPending && <LoadingRows />}
      {passkeys.isError && <ProblemNotice>{sentence(passkeys.error)}</ProblemNotice>}
      {passkeys.data !== undefined && passkeys.data.length > 0 && (
        <ul className={styles.list}>
          {passkeys.data.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {canUsePasskeys() ? (
        <Folded label={t('myAccount.passkeys.add')} icon={<IconFingerprint aria-hidden size={18} />}>
          {(close) => <AddPasskeyForm onDone={close} />}
        </Folded>
      ) : (
        <p className={styles.hint}>{t('myAccount.passkeys.notHere')}</p>
      )}
    </AccountSection>
  );
}
