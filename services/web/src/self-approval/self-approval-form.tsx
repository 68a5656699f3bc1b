import { Switch } from '@mantine/core';
import type { SelfApproval } from '@ticket-pros/contracts/self-approval';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import accountStyles from '../account/account.module.css';
import { SaveBar } from '../account/save-bar.tsx';
import { AccountSection } from '../my-account/account-section.tsx';
import { useTicketTypeName } from '../tickets/use-ticket-type-name.ts';
import { type ApprovalEdits, changedApproval } from './changed-approval.ts';
import { MeasuredNotice } from './measured-notice.tsx';
import { TargetField } from './target-field.tsx';
import { useSaveApproval } from './use-save-approval.ts';
import { WhatItMeans } from './what-it-means.tsx';

/** Which ticket types approve themselves, how many values may be wrong then, what was measured, and what it all means. */
export function SelfApprovalForm({ approval, disabled }: { approval: SelfApproval; disabled: boolean }) {
  const { t } = useTranslation();
  const typeName = useTicketTypeName();
  const [edits, setEdits] = useState<ApprovalEdits>({ types: {} });
  const save = useSaveApproval();
  const { change, count } = changedApproval(approval, edits);

  const forget = () => setEdits({ types: {} });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (count > 0 && !save.isPending) save.mutate(change, { onSuccess: forget });
  };
  return (
    <form className={accountStyles.form} onSubmit={submit} noValidate>
      <AccountSection id="ticket-types" title={t('selfApproval.types.title')}>
        {approval.ticketTypes.map(({ key, name, approvesItself }) => (
          <Switch
            key={key}
            label={t('selfApproval.types.label', { type: typeName(key, name) })}
            disabled={disabled}
            checked={edits.types[key] ?? approvesItself}
            onChange={({ currentTarget: { checked } }) =>
              setEdits((before) => ({ ...before, types: { ...before.types, [key]: checked } }))
            }
          />
        ))}
      </AccountSection>
      <AccountSection id="error-target" title={t('selfApproval.target.title')}>
        <TargetField
          held={approval.errorTarget}
          chosen={edits.errorTarget ?? approval.errorTarget}
          disabled={disabled}
          onChange={(errorTarget) => setEdits((before) => ({ ...before, errorTarget }))}
        />
      </AccountSection>
      <AccountSection id="measured" title={t('selfApproval.measured.title')}>
        <MeasuredNotice measured={approval.measured} errorTarget={approval.errorTarget} />
      </AccountSection>
      <AccountSection id="means" title={t('selfApproval.means.title')}>
        <WhatItMeans leastConfidence={approval.leastConfidence} isOther={change.errorTarget !== undefined} />
      </AccountSection>
      {(count > 0 || save.error !== null) && (
        <SaveBar
          status={t('accountSettings.changed', { count })}
          maySave={count > 0}
          isPending={save.isPending}
          error={save.error}
          onUndo={() => {
            forget();
            save.reset();
          }}
        />
      )}
    </form>
  );
}
