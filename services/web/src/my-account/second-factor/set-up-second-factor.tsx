import { useMutation, useQueryClient } from '@tanstack/react-query';
import { secondFactorSetUpSchema } from '@ticket-pros/contracts/sign-in';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { meQuery } from '../../sign-in/me-query.ts';
import { AskOwnPassword } from './ask-own-password.tsx';
import { ConnectApp } from './connect-app.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Sets up the codes of an app, in three steps: the password, the app's first code, the recovery codes. */
export function SetUpSecondFactor({ onDone, onCancel }: { onDone: () => void; onCancel?: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [works, setWorks] = useState(false);
  const begin = useMutation({
    mutationFn: (password: string) => askSignIn('/v1/auth/two-factor/enable', secondFactorSetUpSchema, { password }),
  });
  const isOn = () => {
    setWorks(true);
    void queryClient.invalidateQueries(meQuery);
  };
  if (!begin.isSuccess) {
    return (
      <AskOwnPassword
        label={t('myAccount.secondFactor.next')}
        isPending={begin.isPending}
        problem={begin.isError ? sentence(begin.error) : null}
        onPassword={begin.mutate}
        onCancel={onCancel}
      />
    );
  }
  if (works) return <RecoveryCodes codes={begin.data.backupCodes} onKept={onDone} />;
  return <ConnectApp address={begin.data.totpURI} onWorks={isOn} onCancel={onCancel} />;
}
