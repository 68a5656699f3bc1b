import { IconLinkOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../shell/notice.tsx';

/** What is said of a link that was used, is too old or was cut off on its way. */
export function LinkOver() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Notice tone="warn" icon={IconLinkOff} title={t('problems.link_over')}>
        {t('signIn.linkOverHint')}
      </Notice>
    </div>
  );
}
