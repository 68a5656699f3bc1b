import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthnAutofill,
  WebAuthnAbortService,
} from '@simplewebauthn/browser';
import { useEffect, useEffectEvent } from 'react';
import { canUsePasskeys } from './can-use-passkeys.ts';
import { askForPasskey, fetchPasskeyOptions } from './passkey-question.ts';

/** Lets the browser offer passkeys under the field for the name, for as long as the page is shown. */
export function usePasskeyAutofill(onTaken: (response: AuthenticationResponseJSON) => void): void {
  const take = useEffectEvent(onTaken);
  useEffect(() => {
    let over = false;
    const offer = async () => {
      if (!canUsePasskeys() || !(await browserSupportsWebAuthnAutofill())) return;
      const options = await fetchPasskeyOptions();
      if (over) return;
      const response = await askForPasskey(options, { autofill: true });
      if (response !== null && !over) take(response);
    };
    // It is an extra: who presses the button is told what does not work.
    offer().catch(() => undefined);
    return () => {
      over = true;
      WebAuthnAbortService.cancelCeremony();
    };
  }, []);
}
