import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Passkey } from '@ticket-pros/contracts/sign-in';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import { formatTime } from '../../tickets/format-time.ts';
import { useConfirmIdentity } from '../confirm-identity/use-confirm-identity.ts';
import styles from '../my-account.module.css';
import { passkeysQuery } from './passkeys-query.ts';

/** One passkey; removing it asks once. */
export function PasskeyRow({ passkey: { id, name, createdAt }, timeZone }: { passkey: Passkey; timeZone: string }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => confirmIdentity(() => askSignIn('/v1/auth/passkey/delete-passkey', z.unknown(), { id })),
    onSuccess: () => queryClient.invalidateQueries(passkeysQuery),
  });
  const shown = name ?? t('myAccount.passkeys.unnamed');
  return (
    <li className={styles.row}>
      <div className={styles.rowText}>
        <b>{shown}</b>
        {createdAt !== null && (
          <span>{t('myAccount.passkeys.added', { time: formatTime(createdAt, timeZone, new Date()) })}</span>
        )}
        <ProblemNotice>{remove.isError ? sentence(remove.error) : null}</ProblemNotice>
      </div>
      {asking ? (
        <div className={styles.buttons}>
          <Button size="sm" color="red.8" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('myAccount.passkeys.removeYes')}
          </Button>
          <Button size="sm" variant="default" onClick={() => setAsking(false)}>
            {t('common.cancel')}
          </Button>
        </div>
      ) : (
        <Button
          size="sm"
          variant="default"
          aria-label={t('myAccount.passkeys.remove', { name: shown })}
          onClick={() => setAsking(true)}
        >
          {t('common.remove')}
        </Button>
      )}
    </li>
  );
}
