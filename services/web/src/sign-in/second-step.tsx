import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeField } from './code-field.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import styles from './sign-in.module.css';

interface SecondStepProps {
  isPending: boolean;
  problem: string | null;
  onCode: (given: { code: string; from: 'app' | 'paper' }) => void;
  /** Another try, or none: what was said of the last one is over. */
  onChange: () => void;
  onBack: () => void;
}

/** The second factor: a code of the app, or one of the recovery codes that were kept for when it is lost. */
export function SecondStep({ isPending, problem, onCode, onChange, onBack }: SecondStepProps) {
  const { t } = useTranslation();
  const [from, setFrom] = useState<'app' | 'paper'>('app');
  const [code, setCode] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '' && !isPending) onCode({ code: code.trim(), from });
  };
  const change = () => {
    setFrom(from === 'app' ? 'paper' : 'app');
    setCode('');
    onChange();
  };

  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {from === 'app' ? (
        <CodeField first value={code} onChange={setCode} />
      ) : (
        <TextInput
          key="paper"
          autoFocus
          label={t('signIn.recoveryCode')}
          description={t('signIn.recoveryCodeHint')}
          size="md"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      )}
      <ProblemNotice>{problem}</ProblemNotice>
      <Button type="submit" size="md" fullWidth loading={isPending}>
        {t('signIn.submit')}
      </Button>
      <div className={styles.links}>
        <button type="button" className={styles.link} onClick={change}>
          {t(from === 'app' ? 'signIn.useRecoveryCode' : 'signIn.useApp')}
        </button>
        <button type="button" className={styles.link} onClick={onBack}>
          {t('signIn.asSomebodyElse')}
        </button>
      </div>
    </form>
  );
}
