import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemCode } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';
import { useConfirmIdentity } from '../../my-account/confirm-identity/use-confirm-identity.ts';
import { invitationsQuery } from '../invitations/invitations-query.ts';
import type { JoinPlace } from './place-fields.tsx';

export interface NewInvitation extends JoinPlace {
  email?: string;
  name?: string;
  maxUses?: number;
  expiresInHours?: number;
}

/** Makes an invitation; its link is in the answer, this once. */
export function useInvite() {
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const invite = useMutation({
    mutationFn: (body: NewInvitation) => confirmIdentity(() => readAnswer(api.POST('/v1/invitations', { body }))),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  });
  return { ...invite, error: problemCode(invite.error) === 'confirm_first' ? null : invite.error };
}
