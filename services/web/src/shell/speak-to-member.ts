import type { QueryClient } from '@tanstack/react-query';
import type { Me } from '@ticket-pros/contracts/member';
import { chooseLanguage } from '../messages/choose-language.ts';
import { readDeviceLanguage } from '../messages/device-language.ts';
import { showOfficeIn } from '../messages/office-messages.ts';
import { pageLanguage } from '../messages/page-language.ts';
import { saveLanguageChoice } from '../messages/save-language-choice.ts';
import { meQuery } from '../sign-in/me-query.ts';

/** Shows the office in the language of whoever is signed in; it stays as it is where the texts cannot be loaded. */
export async function speakToMember(me: Me, queryClient: QueryClient): Promise<void> {
  // An owner who looks at the account as somebody else goes on reading its own language.
  if (me.seeingAs) return;
  const { member, account } = me;
  const device = readDeviceLanguage();
  if (device?.unsavedFor === member.id) {
    // Chosen here without a connection: from now on it is the member's, whatever the server said a moment ago.
    const changed: Me = { ...me, member: { ...member, language: device.language } };
    queryClient.setQueryData(meQuery.queryKey, changed);
    void saveLanguageChoice(member.id);
  }
  const wanted = chooseLanguage({ member, device, browser: navigator.languages, account: account.language });
  if (wanted === pageLanguage()) return;
  await showOfficeIn(wanted).catch(() => undefined);
}
