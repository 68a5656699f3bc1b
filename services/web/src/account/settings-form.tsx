import { Button } from '@mantine/core';
import type { AccountDetail, AccountSettings } from '@ticket-pros/contracts/account';
import type { Me } from '@ticket-pros/contracts/member';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { ProblemNotice } from '../people/problem-notice.tsx';
import styles from './account.module.css';
import { AccountFacts } from './account-facts.tsx';
import { changedSettings, settingsOf } from './changed-settings.ts';
import { CompanyFields } from './company-fields.tsx';
import { FactorFields } from './factor-fields.tsx';
import { SightFields } from './sight-fields.tsx';
import { useSaveSettings } from './use-save-settings.ts';

/** Everything that owners decide; what was changed is saved at once. */
export function SettingsForm({ account, me }: { account: AccountDetail; me: Me }) {
  const { t } = useTranslation();
  const settings = settingsOf(account);
  // Only what was typed here: what another owner saves meanwhile shows, and is not taken back.
  const [edits, setEdits] = useState<Partial<AccountSettings>>({});
  const typed = { ...settings, ...edits };
  const save = useSaveSettings();
  const changed = changedSettings(settings, typed);
  const count = Object.keys(changed).length;
  const isWhole = typed.name.trim() !== '';
  const fields = {
    typed,
    change: (part: Partial<AccountSettings>) => setEdits((before) => ({ ...before, ...part })),
    disabled: me.seeingAs !== null,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0 && isWhole && !save.isPending) save.mutate(changed, { onSuccess: () => setEdits({}) });
  };
  const undo = () => {
    setEdits({});
    save.reset();
  };
  // That one is told beside the choice, with the way to set it up.
  const error = problemCode(save.error) === 'second_factor_needed' ? null : save.error;

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <CompanyFields {...fields} />
      <SightFields {...fields} />
      <FactorFields {...fields} me={me} />
      <AccountFacts account={account} />
      {(count > 0 || error !== null) && (
        <div className={styles.bar}>
          <ProblemNotice error={error} />
          <div className={styles.barRow}>
            <span className={styles.soft} role="status">
              {t('accountSettings.changed', { count })}
            </span>
            <Button variant="default" onClick={undo}>
              {t('accountSettings.undo')}
            </Button>
            <Button type="submit" disabled={!isWhole || count === 0} loading={save.isPending}>
              {t('accountSettings.save')}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}
