import { WebAuthnError } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import type { SignInAnswer } from '@ticket-pros/contracts/sign-in';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { useEnter } from './use-enter.ts';

/** One of the ways to sign in; null where the person stopped it. */
export type SignInWay = () => Promise<SignInAnswer | null>;

/** Signs in by whichever way and leads inside; `onCodeNeeded` where a second factor has to be shown first. */
export function useSignIn({ goTo, onCodeNeeded }: { goTo: string | undefined; onCodeNeeded: () => void }) {
  const { t } = useTranslation();
  const sentence = useProblemSentence();
  const enter = useEnter();
  const mutation = useMutation({
    mutationFn: async (way: SignInWay): Promise<'inside' | 'stopped' | 'code' | 'nowhere'> => {
      const answer = await way();
      if (answer === null) return 'stopped';
      if (answer.secondFactorNeeded) return 'code';
      return (await enter(goTo)) ? 'inside' : 'nowhere';
    },
    onSuccess: (outcome) => {
      if (outcome === 'code') onCodeNeeded();
    },
  });

  const describe = (error: unknown): string => {
    if (error instanceof WebAuthnError) return t('signIn.passkeyFailed');
    const code = problemCode(error);
    // What could be no address at all is no address that we know.
    return code === 'not_signed_in' || code === 'bad_request' ? t('signIn.wrong') : sentence(error);
  };

  return {
    start: mutation.mutate,
    isPending: mutation.isPending || mutation.data === 'inside',
    forget: mutation.reset,
    isOver: problemCode(mutation.error) === 'sign_in_expired',
    problem: mutation.isError ? describe(mutation.error) : mutation.data === 'nowhere' ? t('signIn.nowhere') : null,
  };
}
