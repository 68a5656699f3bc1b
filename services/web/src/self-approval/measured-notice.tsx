import { IconAlertTriangle, IconChartDots, IconCircleCheck } from '@tabler/icons-react';
import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { Notice } from '../shell/notice.tsx';
import { judgeMeasured } from './judge-measured.ts';

const looks = {
  holds: { tone: 'info', icon: IconCircleCheck },
  tooFew: { tone: 'info', icon: IconChartDots },
  missed: { tone: 'warn', icon: IconAlertTriangle },
} as const;

/** What spot checks found: how many tickets approved themselves, how many values were looked at, how many of them were wrong. */
export function MeasuredNotice({ measured, errorTarget }: Pick<SelfApproval, 'measured' | 'errorTarget'>) {
  const { t } = useTranslation();
  const { days, approvedThemselves, checked, values, wrongValues } = measured;
  const count = (many: number) => ({ count: many, number: many.toLocaleString(pageLocale()) });
  if (approvedThemselves === 0 && checked === 0) {
    return (
      <Notice tone="info" icon={IconChartDots}>
        {t('selfApproval.measured.none', { days })}
      </Notice>
    );
  }
  const approved = t('selfApproval.measured.approved', { days, ...count(approvedThemselves) });
  if (checked === 0) {
    return (
      <Notice tone="info" icon={IconChartDots}>
        {approved} {t('selfApproval.measured.unchecked')}
      </Notice>
    );
  }
  const judged = judgeMeasured(measured, errorTarget);
  const found = t('selfApproval.measured.found', {
    checks: t('selfApproval.measured.checks', count(checked)),
    values: t('selfApproval.measured.values', count(values)),
    wrong: t('selfApproval.measured.wrong', count(wrongValues)),
  });
  return (
    <Notice {...looks[judged]}>
      {approved} {found} {t(`selfApproval.measured.${judged}`)}
    </Notice>
  );
}
