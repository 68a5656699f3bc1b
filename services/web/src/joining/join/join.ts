import type { joinSchema } from '@ticket-pros/contracts/invitation';
import type { z } from 'zod';
import { api } from '../../api/client.ts';
import { isKnownProblem, t } from '../../messages/join-messages.ts';

export type JoinOutcome = 'joined' | 'confirm_email' | 'name-taken' | { problem: string };

/** Takes the invitation; the answer signs in, unless an e-mail address has to be confirmed first. */
export async function join(body: z.input<typeof joinSchema>): Promise<JoinOutcome> {
  try {
    const { data, error, response } = await api.POST('/v1/join', { body });
    if (data) return data.outcome;
    if (error?.code === 'sign_in_name_taken') return 'name-taken';
    return { problem: describeProblem(error?.code, response) };
  } catch {
    return { problem: t('common.unreachable') };
  }
}

function describeProblem(code: string | undefined, response: Response): string {
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  if (code === 'too_many_requests' && seconds > 0) {
    return seconds < 120
      ? t('common.waitSeconds', { count: seconds })
      : t('common.waitMinutes', { count: Math.ceil(seconds / 60) });
  }
  if (code === 'bad_request') return t('join.checkFields');
  return isKnownProblem(code) ? t(`problems.${code}`) : t('common.unexpected');
}
