import type { Me } from '@ticket-pros/contracts/member';
import { chooseLanguage } from '../messages/choose-language.ts';
import { readDeviceLanguage } from '../messages/device-language.ts';
import { showOfficeIn } from '../messages/office-messages.ts';
import { pageLanguage } from '../messages/page-language.ts';
import { saveLanguageChoice } from '../messages/save-language-choice.ts';

/** Shows the office in the language of whoever is signed in; it stays as it is where the texts cannot be loaded. */
export async function speakToMember(me: Me): Promise<void> {
  // An owner who looks at the account as somebody else goes on reading its own language.
  if (me.seeingAs) return;
  void saveLanguageChoice(me.member.id);
  const device = readDeviceLanguage();
  const wanted = chooseLanguage({
    member: me.member,
    device,
    browser: navigator.languages,
    account: me.account.language,
  });
  if (wanted === pageLanguage()) return;
  await showOfficeIn(wanted).catch(() => undefined);
}
