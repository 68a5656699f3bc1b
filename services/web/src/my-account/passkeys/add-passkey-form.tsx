import { Button, TextInput } from '@mantine/core';
import { WebAuthnError } from '@simplewebauthn/browser';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { useConfirmIdentity } from '../confirm-identity/use-confirm-identity.ts';
import styles from '../my-account.module.css';
import { addPasskey } from './add-passkey.ts';
import { passkeysQuery } from './passkeys-query.ts';

/** Names a passkey and has this device make it. */
export function AddPasskeyForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => confirmIdentity(() => addPasskey(name.trim() || t('myAccount.passkeys.unnamed'))),
    onSuccess: (added) => {
      void queryClient.invalidateQueries(passkeysQuery);
      if (added) onDone();
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
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextInput
        autoFocus
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
        <Button type="submit" loading={add.isPending}>
          {t('myAccount.passkeys.make')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
