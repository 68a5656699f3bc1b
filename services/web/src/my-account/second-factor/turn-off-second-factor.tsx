import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { AskOwnPassword } from './ask-own-password.tsx';

/** Asks once, by the password, before the second factor is off. */
export function TurnOffSecondFactor({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const turnOff = useMutation({
    mutationFn: (password: string) => askSignIn('/v1/auth/two-factor/disable', z.unknown(), { password }),
    onSuccess: onDone,
  });
  return (
    <AskOwnPassword
      isDestructive
      label={t('myAccount.secondFactor.turnOff')}
      isPending={turnOff.isPending}
      problem={turnOff.isError ? sentence(turnOff.error) : null}
      onPassword={turnOff.mutate}
      onCancel={onCancel}
    />
  );
}
