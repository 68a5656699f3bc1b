import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import type { Language } from '@ticket-pros/contracts/account';
import type { Me } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { isReachable } from '../api/is-reachable.ts';
import { keepDeviceLanguage } from '../messages/device-language.ts';
import { showOfficeIn } from '../messages/office-messages.ts';
import { pageLanguage } from '../messages/page-language.ts';
import { saveLanguageChoice } from '../messages/save-language-choice.ts';
import { meQuery } from '../sign-in/me-query.ts';

export interface LanguageChoice {
  language: Language;
  choose: (language: Language) => Promise<void>;
}

/** The language of the page, and how to change it: on this device, and for the member who is signed in on every other. */
export function useLanguage(): LanguageChoice {
  // Draws what uses this anew after a change.
  const { t } = useTranslation();
  const queryClient = useQueryClient();

  const choose = async (language: Language) => {
    const loaded = await showOfficeIn(language).then(
      () => true,
      () => false,
    );
    if (!loaded && !(await isReachable())) {
      notifications.show({ color: 'red', message: t('common.unreachable') });
      return;
    }
    const me = queryClient.getQueryData(meQuery.queryKey);
    // An owner who looks at the account as somebody else chooses nothing for them.
    const memberId = me && !me.seeingAs ? me.member.id : null;
    keepDeviceLanguage({ language, unsavedFor: memberId });
    // A page does not ask again for a file that failed once, or that a newer version took away; a new page does.
    if (!loaded) return window.location.reload();
    if (!me || memberId === null) return;
    const changed: Me = { ...me, member: { ...me.member, language } };
    queryClient.setQueryData(meQuery.queryKey, changed);
    await saveLanguageChoice(memberId);
  };

  return { language: pageLanguage(), choose };
}
