import { Button, Radio, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PrivacyRequestKind } from '@ticket-pros/contracts/privacy-request';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';
import { readDone } from '../../api/read-answer.ts';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import styles from '../my-account.module.css';
import { myRequestsQuery } from './my-requests-query.ts';

const kinds = ['access', 'correct', 'delete', 'copy'] as const satisfies readonly PrivacyRequestKind[];

/** Asks the owner for one of the four things that everybody may ask for. */
export function FileRequest({ memberId, onDone }: { memberId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<PrivacyRequestKind>('access');
  const [details, setDetails] = useState('');
  const file = useMutation({
    mutationFn: () => readDone(api.POST('/v1/privacy-requests', { body: { kind, details } })),
    onSuccess: () => {
      void queryClient.invalidateQueries(myRequestsQuery(memberId));
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!file.isPending) file.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <Radio.Group
        label={t('myAccount.privacy.which')}
        value={kind}
        onChange={(chosen) => setKind(kinds.find((one) => one === chosen) ?? kind)}
      >
        <div className={styles.choices}>
          {kinds.map((one) => (
            <Radio
              key={one}
              value={one}
              size="md"
              autoFocus={one === kinds[0]}
              label={t(`myAccount.privacy.kinds.${one}`)}
              description={t(`myAccount.privacy.means.${one}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('myAccount.privacy.details')}
        autosize
        minRows={2}
        maxLength={4000}
        size="md"
        value={details}
        onChange={(event) => setDetails(event.currentTarget.value)}
      />
      <ProblemNotice>{file.isError ? sentence(file.error) : null}</ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={file.isPending}>
          {t('myAccount.privacy.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
