import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ApiKeyScope, apiKeyScopeSchema, apiKeyScopes } from '@ticket-pros/contracts/api-key';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../people/member/action-dialog.tsx';
import { MemberPicker } from '../people/member-picker.tsx';
import { membersQuery } from '../people/member-queries.ts';
import { arrangeMembers } from '../people/member-tree.ts';
import styles from './api-keys.module.css';
import type { KeyToMake } from './key-to-make.ts';
import { isWithinRole } from './scope-needs.ts';

const lifetimes = [30, 90, 180, 365] as const;

interface MakeKeyFormProps {
  isPending: boolean;
  error: Error | null;
  onMake: (key: KeyToMake) => void;
  onClose: () => void;
}

/** Asks what a new key is for, whom it acts for, what it may do and for how long. */
export function MakeKeyForm({ isPending, error, onMake, onClose }: MakeKeyFormProps) {
  const { t } = useTranslation();
  const members = useQuery(membersQuery).data;
  const tree = useMemo(() => arrangeMembers(members ?? []), [members]);
  const [name, setName] = useState('');
  const [memberId, setMemberId] = useState<string | null>(null);
  const [scopes, setScopes] = useState<ApiKeyScope[]>(['tickets.read']);
  const [expiresInDays, setExpiresInDays] = useState<number>(90);
  const [requestsPerMinute, setRequestsPerMinute] = useState<number | string>(120);
  const member = memberId === null ? undefined : tree.byId.get(memberId);
  const limit = Number(requestsPerMinute);
  const isReady = name.trim() !== '' && memberId !== null && scopes.length > 0 && Number.isInteger(limit) && limit > 0;

  return (
    <ActionDialog
      title={t('apiKeys.make')}
      submit={t('apiKeys.form.submit')}
      isReady={isReady}
      isPending={isPending}
      error={error}
      onClose={onClose}
      onSubmit={() => {
        if (memberId === null) return;
        onMake({ name: name.trim(), memberId, scopes, expiresInDays, requestsPerMinute: limit });
      }}
    >
      <div className={styles.fields}>
        <TextInput
          required
          data-autofocus
          label={t('apiKeys.form.name')}
          description={t('apiKeys.form.nameHint')}
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MemberPicker
          tree={tree}
          label={t('apiKeys.form.member')}
          description={t('apiKeys.form.memberHint')}
          value={memberId}
          onChange={setMemberId}
        />
        <Checkbox.Group
          label={t('apiKeys.form.scopes')}
          value={scopes}
          onChange={(chosen) => setScopes(apiKeyScopeSchema.array().parse(chosen))}
        >
          <div className={styles.choices}>
            {apiKeyScopes.map((scope) => (
              <div key={scope}>
                <Checkbox
                  value={scope}
                  label={t(`apiKeys.scopes.${scope}`)}
                  description={t(`apiKeys.allows.${scope}`)}
                />
                {member && scopes.includes(scope) && !isWithinRole(scope, member.role) && (
                  <p className={styles.tooMuch}>{t('apiKeys.form.tooMuch', { name: member.name })}</p>
                )}
              </div>
            ))}
          </div>
        </Checkbox.Group>
        <div className={styles.pair}>
          <NativeSelect
            label={t('apiKeys.form.expires')}
            value={expiresInDays}
            data={lifetimes.map((days) => ({
              value: String(days),
              label: days === 365 ? t('apiKeys.form.year') : t('apiKeys.form.days', { count: days }),
            }))}
            onChange={(event) => setExpiresInDays(Number(event.currentTarget.value))}
          />
          <NumberInput
            label={t('apiKeys.form.limit')}
            min={1}
            max={3000}
            allowDecimal={false}
            allowNegative={false}
            clampBehavior="blur"
            value={requestsPerMinute}
            onChange={setRequestsPerMinute}
          />
        </div>
        <p className={styles.soft}>{t('apiKeys.form.limitHint')}</p>
      </div>
    </ActionDialog>
  );
}
