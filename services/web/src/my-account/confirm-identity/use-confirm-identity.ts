import { createContext, useContext } from 'react';

/**
 * Does something sensitive. Where the API first wants to know who it is (`confirm_first`), asks that in a dialog and does it again.
 * Throws what `act` throws; the problem `confirm_first` itself where the dialog was closed.
 */
export type ConfirmIdentity = <Answer>(act: () => Promise<Answer>) => Promise<Answer>;

export const ConfirmIdentityContext = createContext<ConfirmIdentity>((act) => act());

/** For the function of a mutation: `mutationFn: (id: string) => confirmIdentity(() => readAnswer(api.DELETE(…)))`. */
export function useConfirmIdentity(): ConfirmIdentity {
  return useContext(ConfirmIdentityContext);
}
