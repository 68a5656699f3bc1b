import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shell/notice.tsx';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { DoorPage } from './door-page.tsx';
import { askForPasskey, fetchPasskeyOptions, signInWithPasskey } from './passkey-question.ts';
import { SecondStep } from './second-step.tsx';
import { serverQuery } from './server-query.ts';
import styles from './sign-in.module.css';
import { signIn, signInWithCode } from './sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';
import { usePasskeyAutofill } from './use-passkey-autofill.ts';
import { useSignIn } from './use-sign-in.ts';

/** The door: a name and a password or a passkey, the second factor where there is one, and on a demo server the sign-ins to try. */
export function SignInPage() {
  const { t } = useTranslation();
  const { goTo, ended } = useSearch({ from: '/sign-in' });
  const [step, setStep] = useState<'name' | 'code'>('name');
  const [name, setName] = useState('');
  const server = useQuery(serverQuery);
  const { start, isPending, forget, isOver, problem } = useSignIn({ goTo, onCodeNeeded: () => setStep('code') });
  usePasskeyAutofill((response) => start(() => signInWithPasskey(response)));

  const takePasskey = () =>
    start(async () => {
      const response = await askForPasskey(await fetchPasskeyOptions(), { autofill: false });
      return response === null ? null : signInWithPasskey(response);
    });

  // A code that came too late, or too many wrong ones: the password is wanted again.
  if (step === 'code' && !isOver) {
    return (
      <DoorPage title={t('signIn.secondStep')}>
        <SecondStep
          isPending={isPending}
          problem={problem}
          onCode={(given) => start(() => signInWithCode(given))}
          onChange={forget}
          onBack={() => {
            forget();
            setStep('name');
          }}
        />
      </DoorPage>
    );
  }
  return (
    <DoorPage title={t('signIn.title')}>
      {ended === true && problem === null && (
        <div className={styles.ended} role="status">
          <Notice tone="info" icon={IconInfoCircle}>
            {t(goTo?.startsWith('/capture') ? 'signIn.endedOnPhone' : 'signIn.ended')}
          </Notice>
        </div>
      )}
      <SignInForm
        name={name}
        onName={setName}
        isPending={isPending}
        problem={problem}
        onPassword={(password) => start(() => signIn({ name, password }))}
        onPasskey={takePasskey}
      />
      <p className={styles.other}>
        {t('signIn.noCompany')} <Link to="/sign-up">{t('signIn.signUp')}</Link>
      </p>
      {server.data?.demo && (
        <DemoSignIns
          members={server.data.demo.members}
          disabled={isPending}
          onPick={({ email, password }) => start(() => signIn({ name: email, password }))}
        />
      )}
    </DoorPage>
  );
}
