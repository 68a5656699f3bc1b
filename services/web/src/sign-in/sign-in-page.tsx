import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../identity/mark.tsx';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { Notice } from '../shell/notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { DemoSignIns } from './demo-sign-ins.tsx';
import { meQuery } from './me-query.ts';
import { safeDestination } from './safe-destination.ts';
import { serverQuery } from './server-query.ts';
import styles from './sign-in.module.css';
import { signIn } from './sign-in.ts';
import { TicketDrawing } from './ticket-drawing.tsx';

/** The door: e-mail and password, and on a demo server the sign-ins to try. */
export function SignInPage() {
  const { t } = useTranslation();
  usePageTitle(t('signIn.title'));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState(false);
  const server = useQuery(serverQuery);
  const enter = useSignIn();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(email === '' || password === '');
    if (email !== '' && password !== '') enter.mutate({ email, password });
  };

  const problem = missing
    ? t('signIn.missing')
    : enter.isError
      ? t('common.unreachable')
      : enter.data === 'unexpected'
        ? t('common.unexpected')
        : enter.data === 'wrong' || enter.data === 'tooMany'
          ? t(`signIn.${enter.data}`)
          : null;

  return (
    <main className={styles.page}>
      <div className={styles.brand}>
        <Mark size={44} />
        <p className={styles.name}>{t('common.productName')}</p>
        <p className={styles.promise}>{t('signIn.promise')}</p>
        <TicketDrawing />
      </div>
      <div className={styles.panel}>
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <form onSubmit={submit} noValidate>
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            size="md"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            size="md"
            mt="sm"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <div className={styles.problem} role="alert">
            {problem && (
              <Notice tone="bad" icon={IconAlertTriangle}>
                {problem}
              </Notice>
            )}
          </div>
          <Button type="submit" size="md" fullWidth loading={enter.isPending}>
            {t('signIn.submit')}
          </Button>
        </form>
        <LanguageSwitch />
        {server.data?.demo && (
          <DemoSignIns members={server.data.demo.members} disabled={enter.isPending} onPick={enter.mutate} />
        )}
      </div>
    </main>
  );
}

function useSignIn() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { goTo } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: async ({ email, password }: { email: string; password: string }) => {
      const outcome = await signIn(email, password);
      if (outcome !== 'signed-in') return outcome;
      queryClient.clear();
      const me = await queryClient.fetchQuery(meQuery);
      if (!me) return 'unexpected';
      const destination = safeDestination(goTo, me.member.role);
      // The capture page is an entry of its own, outside this router.
      if (destination.startsWith('/capture')) window.location.assign(destination);
      else await navigate({ href: destination, replace: true });
      return outcome;
    },
  });
}
