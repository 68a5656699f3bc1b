import type { Language } from '@ticket-pros/contracts/account';
import { chooseLanguage } from '../messages/choose-language.ts';
import { readDeviceLanguage } from '../messages/device-language.ts';
import type { CaptureMember } from './signed-in-member.ts';

/** The language in which the phone's page speaks to this member, or to whoever comes. */
export function chooseCaptureLanguage(member: CaptureMember | null): Language {
  return chooseLanguage({
    member: member ?? undefined,
    device: readDeviceLanguage(),
    browser: navigator.languages,
    account: member?.accountLanguage ?? undefined,
  });
}
