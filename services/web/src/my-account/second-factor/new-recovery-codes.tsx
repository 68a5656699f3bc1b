import { useMutation } from '@tanstack/react-query';
import { recoveryCodesSchema } from '@ticket-pros/contracts/sign-in';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { AskOwnPassword } from './ask-own-password.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** New recovery codes in the place of the old ones. */
export function NewRecoveryCodes({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const make = useMutation({
    mutationFn: (password: string) =>
      askSignIn('/v1/auth/two-factor/generate-backup-codes', recoveryCodesSchema, { password }),
  });
  if (make.isSuccess) return <RecoveryCodes codes={make.data.backupCodes} onKept={onDone} />;
  return (
    <AskOwnPassword
      label={t('myAccount.recovery.make')}
      isPending={make.isPending}
      problem={make.isError ? sentence(make.error) : null}
      onPassword={make.mutate}
      onCancel={onDone}
    />
  );
}
