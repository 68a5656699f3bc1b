import { Button, Group, Modal } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { confirmedSchema } from '@ticket-pros/contracts/sign-in';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { Notice } from '../../shell/notice.tsx';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { CodeField } from '../../sign-in/code-field.tsx';
import { meQuery } from '../../sign-in/me-query.ts';
import { PasswordField } from '../../sign-in/password-field.tsx';
import styles from '../my-account.module.css';

interface ConfirmIdentityDialogProps {
  opened: boolean;
  onProved: () => void;
  onClose: () => void;
}

/** Asks for the password, or for a code of the second factor where there is one. */
export function ConfirmIdentityDialog({ opened, onProved, onClose }: ConfirmIdentityDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('myAccount.confirm.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      // In front of the dialog that wants to know.
      zIndex={300}
      centered
    >
      <ConfirmIdentityForm onProved={onProved} onClose={onClose} />
    </Modal>
  );
}

function ConfirmIdentityForm({ onProved, onClose }: Omit<ConfirmIdentityDialogProps, 'opened'>) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const hasSecondFactor = queryClient.getQueryData(meQuery.queryKey)?.hasSecondFactor ?? false;
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [typed, setTyped] = useState('');
  const prove = useMutation({
    mutationFn: () => askSignIn('/v1/me/confirm', confirmedSchema, { [way]: typed }),
    onSuccess: onProved,
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog is drawn inside the form of whatever opened it, as far as events are concerned.
    event.stopPropagation();
    if (typed !== '' && !prove.isPending) prove.mutate();
  };
  const change = () => {
    setWay(way === 'password' ? 'code' : 'password');
    setTyped('');
    prove.reset();
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <p className={styles.hint}>{t(way === 'password' ? 'myAccount.confirm.hint' : 'myAccount.confirm.codeHint')}</p>
      {way === 'password' ? (
        <PasswordField
          key="password"
          first
          label={t('signIn.password')}
          autoComplete="current-password"
          value={typed}
          onChange={setTyped}
        />
      ) : (
        <CodeField value={typed} onChange={setTyped} />
      )}
      {prove.isError && (
        <div role="alert">
          <Notice tone="bad" icon={IconAlertTriangle}>
            {sentence(prove.error)}
          </Notice>
        </div>
      )}
      {hasSecondFactor && (
        <Button variant="subtle" onClick={change}>
          {t(way === 'password' ? 'myAccount.confirm.useCode' : 'myAccount.confirm.usePassword')}
        </Button>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={prove.isPending}>
          {t('myAccount.confirm.submit')}
        </Button>
      </Group>
    </form>
  );
}
