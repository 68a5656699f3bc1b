import { Button, TextInput } from '@mantine/core';
import { WebAuthnError } from '@simplewebauthn/browser';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { canUsePasskeys } from '../../sign-in/can-use-passkeys.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { AccountSection } from '../account-section.tsx';
import { useConfirmIdentity } from '../confirm-identity/use-confirm-identity.ts';
import { LoadingRows } from '../loading-rows.tsx';
import styles from '../my-account.module.css';
import { addPasskey } from './add-passkey.ts';
import { PasskeyRow } from './passkey-row.tsx';
import { passkeysQuery } from './passkeys-query.ts';

/** Signing in with the finger, the face or the PIN of a device. */
export function PasskeysSection({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const passkeys = useQuery(passkeysQuery);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () =>
      confirmIdentity(() => addPasskey(name.trim() === '' ? t('myAccount.passkeys.unnamed') : name.trim())),
    onSuccess: (added) => {
      if (added) {
        setName('');
        setOpen(false);
      }
      void queryClient.invalidateQueries(passkeysQuery);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  const describe = (error: unknown): string => {
    if (!(error instanceof WebAuthnError)) return sentence(error);
    const isThere = error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    return t(isThere ? 'myAccount.passkeys.already' : 'myAccount.passkeys.failed');
  };

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
      {!canUsePasskeys() && <p className={styles.hint}>{t('myAccount.passkeys.notHere')}</p>}
      {canUsePasskeys() && !open && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            leftSection={<IconFingerprint aria-hidden size={16} />}
            onClick={() => setOpen(true)}
          >
            {t('myAccount.passkeys.add')}
          </Button>
        </div>
      )}
      {canUsePasskeys() && open && (
        <form onSubmit={submit} noValidate className={styles.form}>
          <TextInput
            label={t('myAccount.passkeys.name')}
            description={t('myAccount.passkeys.nameHint')}
            size="md"
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemNotice>{add.isError ? describe(add.error) : null}</ProblemNotice>
          <div className={styles.buttons}>
            <Button type="submit" leftSection={<IconFingerprint aria-hidden size={16} />} loading={add.isPending}>
              {t('myAccount.passkeys.make')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </AccountSection>
  );
}
