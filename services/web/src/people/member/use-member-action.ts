import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { problemCode } from '../../api/api-problem.ts';
import { useConfirmIdentity } from '../../my-account/confirm-identity/use-confirm-identity.ts';
import { ticketKeys } from '../../tickets/ticket-keys.ts';
import { membersQuery } from '../member-queries.ts';

export type MemberAction<Input, Answer> = Pick<
  UseMutationResult<Answer, Error, Input>,
  'mutate' | 'isPending' | 'error' | 'reset' | 'data'
>;

/**
 * Something that an owner does to the tree. Where the API wants proof of who it is, that is asked first; afterwards everything that may
 * show differently is loaded again. Leaving the question unanswered is no error.
 */
export function useMemberAction<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  onDone?: (answer: Answer, input: Input) => void | Promise<void>,
): MemberAction<Input, Answer> {
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const action = useMutation<Answer, Error, Input>({
    mutationFn: (input) => confirmIdentity(() => act(input)),
    onSuccess: async (answer, input) => {
      await queryClient.invalidateQueries({ queryKey: membersQuery.queryKey });
      void queryClient.invalidateQueries({ queryKey: ticketKeys.all });
      await onDone?.(answer, input);
    },
  });
  const { mutate, isPending, reset, data } = action;
  const error = problemCode(action.error) === 'confirm_first' ? null : action.error;
  return { mutate, isPending, error, reset, data };
}
