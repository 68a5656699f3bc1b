import type { AccountDetail, AccountSettings } from '@ticket-pros/contracts/account';
import type { Me } from '@ticket-pros/contracts/member';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './account.module.css';
import { AccountFacts } from './account-facts.tsx';
import { changedSettings, settingsOf } from './changed-settings.ts';
import { CompanyFields } from './company-fields.tsx';
import { FactorFields } from './factor-fields.tsx';
import { SaveBar } from './save-bar.tsx';
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
  // The API refuses it as well; there, what was typed would be lost on the way to the second factor.
  const lacksOwnFactor = changed.secondFactor !== undefined && typed.secondFactor !== 'optional' && !me.hasSecondFactor;
  const maySave = count > 0 && typed.name.trim() !== '' && !lacksOwnFactor;
  const fields = {
    typed,
    change: (part: Partial<AccountSettings>) => setEdits((before) => ({ ...before, ...part })),
    disabled: me.seeingAs !== null,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (maySave && !save.isPending) save.mutate(changed, { onSuccess: () => setEdits({}) });
  };
  const undo = () => {
    setEdits({});
    save.reset();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <CompanyFields {...fields} />
      <SightFields {...fields} />
      <FactorFields {...fields} me={me} />
      <AccountFacts account={account} />
      {(count > 0 || save.error !== null) && (
        <SaveBar
          status={lacksOwnFactor ? t('accountSettings.factor.ownFirst') : t('accountSettings.changed', { count })}
          maySave={maySave}
          isPending={save.isPending}
          error={save.error}
          onUndo={undo}
        />
      )}
    </form>
  );
}
