import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { readDone } from '../../api/read-answer.ts';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { useConfirmIdentity } from '../confirm-identity/use-confirm-identity.ts';
import styles from '../my-account.module.css';

/** Another company, owned by who is signed in, with the promises of every sign-up (promise TP-6). */
export function FoundAccount({ onCancel }: { onCancel: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const confirmIdentity = useConfirmIdentity();
  const [company, setCompany] = useState('');
  const [promised, setPromised] = useState(false);
  const found = useMutation({
    mutationFn: () =>
      confirmIdentity(() =>
        readDone(api.POST('/v1/accounts', { body: { company: company.trim(), businessUse: true } })),
      ),
    onSuccess: () => window.location.assign('/'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (company.trim() !== '' && promised && !found.isPending) found.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextInput
        autoFocus
        label={t('joining.company')}
        autoComplete="organization"
        size="md"
        maxLength={200}
        value={company}
        onChange={(event) => setCompany(event.currentTarget.value)}
      />
      <Checkbox
        size="md"
        label={t('joining.promise')}
        description={t('joining.promiseHint')}
        checked={promised}
        onChange={(event) => setPromised(event.currentTarget.checked)}
      />
      <ProblemNotice>{found.isError ? sentence(found.error) : null}</ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={found.isPending} disabled={company.trim() === '' || !promised}>
          {t('joining.signUp')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
