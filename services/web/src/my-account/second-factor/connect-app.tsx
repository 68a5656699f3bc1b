import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { signInAnswerSchema } from '@ticket-pros/contracts/sign-in';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemSentence } from '../../api/use-problem-sentence.ts';
import { QrCode } from '../../shell/qr-code.tsx';
import { askSignIn } from '../../sign-in/ask-sign-in.ts';
import { CodeField } from '../../sign-in/code-field.tsx';
import { ProblemNotice } from '../../sign-in/problem-notice.tsx';
import styles from '../my-account.module.css';
import { takeFocus } from '../take-focus.ts';

interface ConnectAppProps {
  /** What the app has to know, as an address that apps read. */
  address: string;
  onWorks: () => void;
  onCancel: (() => void) | undefined;
}

/** The secret for the app, as a picture and as text, and the app's first code as the proof that it came over. */
export function ConnectApp({ address, onWorks, onCancel }: ConnectAppProps) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () => askSignIn('/v1/auth/two-factor/verify-totp', signInAnswerSchema, { code }),
    onSuccess: onWorks,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code !== '' && !prove.isPending) prove.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <p ref={takeFocus} tabIndex={-1} className={styles.hint}>
        {t('myAccount.secondFactor.scan')}
      </p>
      <QrCode size="small" text={address} label={t('myAccount.secondFactor.qr')} />
      <p className={styles.hint}>
        {t('myAccount.secondFactor.type')} <code className={styles.secret}>{readSecret(address)}</code>
      </p>
      <p className={styles.hint}>
        <a href={address}>{t('myAccount.secondFactor.sameDevice')}</a>
      </p>
      <CodeField value={code} onChange={setCode} />
      <ProblemNotice>{prove.isError ? sentence(prove.error) : null}</ProblemNotice>
      <div className={styles.buttons}>
        <Button type="submit" loading={prove.isPending}>
          {t('myAccount.secondFactor.turnOn')}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** In groups of four, for who types it. */
function readSecret(address: string): string {
  const secret = new URL(address).searchParams.get('secret') ?? '';
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
