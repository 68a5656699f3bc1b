import { useMutation, useQueryClient } from '@tanstack/react-query';
import { problemCode } from '../api/api-problem.ts';
import { api } from '../api/client.ts';
import { readAnswer } from '../api/read-answer.ts';
import { useConfirmIdentity } from '../my-account/confirm-identity/use-confirm-identity.ts';
import { apiKeysQuery } from './api-keys-query.ts';
import type { KeyToMake } from './key-to-make.ts';
import { MadeKey } from './made-key.tsx';
import { MakeKeyForm } from './make-key-form.tsx';

/** Makes a key, and shows its secret the one time that it can be shown. */
export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const make = useMutation({
    // The secret is not kept longer than the dialog is open.
    gcTime: 0,
    mutationFn: (body: KeyToMake) => confirmIdentity(() => readAnswer(api.POST('/v1/api-keys', { body }))),
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
  });
  if (make.data) return <MadeKey made={make.data} onClose={onClose} />;
  const error = problemCode(make.error) === 'confirm_first' ? null : make.error;
  return <MakeKeyForm isPending={make.isPending} error={error} onMake={make.mutate} onClose={onClose} />;
}
