import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from '../account/account.module.css';
import { pageLocale } from '../messages/page-language.ts';
import { listTargets } from './list-targets.ts';

interface TargetFieldProps {
  /** The target that is saved, and the one that is chosen. */
  held: number;
  chosen: number;
  disabled: boolean;
  onChange: (errorTarget: number) => void;
}

/** How many values may be wrong on tickets that nobody looks at. */
export function TargetField({ held, chosen, disabled, onChange }: TargetFieldProps) {
  const { t } = useTranslation();
  const targets = listTargets(held);
  const hint = (target: number) => {
    if (target === 0.01) return t('selfApproval.target.usual');
    if (target === targets[0]) return t('selfApproval.target.strictest');
    return target === targets.at(-1) ? t('selfApproval.target.loosest') : undefined;
  };
  return (
    <Radio.Group
      label={t('selfApproval.target.label')}
      value={String(chosen)}
      onChange={(target) => onChange(Number(target))}
    >
      <div className={styles.choices}>
        {targets.map((target) => (
          <Radio
            key={target}
            value={String(target)}
            disabled={disabled}
            label={t('selfApproval.target.oneIn', { values: Math.round(1 / target).toLocaleString(pageLocale()) })}
            description={hint(target)}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
