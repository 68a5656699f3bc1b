import { Button, Group, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { Me, Member } from '@ticket-pros/contracts/member';
import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../sign-in/me-query.ts';
import { MemberPicker } from '../member-picker.tsx';
import type { MemberTree } from '../member-tree.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import styles from './member-page.module.css';
import { changeMember, type MemberChange } from './member-requests.ts';
import { readSight, type Sight, sightChange, sights } from './read-sight.ts';
import { useMemberAction } from './use-member-action.ts';

/** What was typed and chosen, where it differs from the member as it is. */
interface Edits {
  name?: string;
  role?: Member['role'];
  sight?: Sight;
  branch?: string | null;
}

/** Name, role, and what the member sees. */
export function MemberForm({ tree, member, me }: { tree: MemberTree; member: Member; me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const router = useRouter();
  const saveButton = useRef<HTMLButtonElement>(null);
  const [edits, setEdits] = useState<Edits>({});
  const { name = member.name, role = member.role, branch = member.branchMemberId } = edits;
  const sight = role === 'owner' ? 'account' : (edits.sight ?? readSight(member));
  const save = useMemberAction(
    (change: MemberChange) => changeMember(member.id, change),
    async (changed) => {
      setEdits({});
      // A button that is busy loses the focus.
      setTimeout(() => saveButton.current?.focus());
      notifications.show({ color: 'petrol', message: t('people.form.saved', { name: changed.name }) });
      if (member.id !== me.member.id) return;
      // What the page shows and offers goes by who is signed in.
      await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
      await router.invalidate();
    },
  );

  const change: MemberChange = {
    ...(name.trim() === member.name ? {} : { name: name.trim() }),
    ...(role === member.role ? {} : { role }),
    ...sightChange(member, sight, branch),
  };
  const isChanged = Object.keys(change).length > 0;
  const isReady = isChanged && name.trim() !== '' && (sight !== 'other' || branch !== null);
  const edit = (more: Edits) => {
    setEdits({ ...edits, ...more });
    save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !save.isPending) save.mutate(change);
  };

  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <TextInput
        label={t('people.form.name')}
        value={name}
        maxLength={200}
        error={name.trim() === '' && t('people.form.nameMissing')}
        onChange={(event) => edit({ name: event.currentTarget.value })}
      />
      <Radio.Group
        label={t('people.form.role')}
        value={role}
        onChange={(value) => edit({ role: memberRoleSchema.parse(value) })}
      >
        {memberRoleSchema.options.map((one) => (
          <Radio
            key={one}
            value={one}
            className={styles.choice ?? ''}
            label={t(`people.roles.${one}`)}
            description={t(`people.roleHints.${one}`)}
          />
        ))}
      </Radio.Group>
      <Radio.Group
        label={t('people.form.sees')}
        value={sight}
        onChange={(value) => edit({ sight: sights.find((one) => one === value) ?? 'own' })}
      >
        {sights.map((one) => (
          <Radio
            key={one}
            value={one}
            className={styles.choice ?? ''}
            disabled={role === 'owner' && one !== 'account'}
            label={t(`people.sights.${one}`)}
            description={t(`people.sightHints.${one}`)}
          />
        ))}
      </Radio.Group>
      {sight === 'other' && (
        <MemberPicker
          tree={tree}
          label={t('people.form.branch')}
          value={branch}
          onChange={(chosen) => edit({ branch: chosen })}
          blocked={(one) => (one.id === member.id ? 'itself' : one.isActive ? null : 'deactivated')}
        />
      )}
      {role === 'owner' && member.role !== 'owner' && <p className={styles.hint}>{t('people.form.becomesOwner')}</p>}
      <ProblemNotice error={save.error} />
      <Group gap="xs">
        <Button
          ref={saveButton}
          type="submit"
          loading={save.isPending}
          {...(isReady ? {} : { 'aria-disabled': true, 'data-disabled': true })}
        >
          {t('people.form.save')}
        </Button>
        {isChanged && (
          <Button
            variant="default"
            onClick={() => {
              setEdits({});
              save.reset();
            }}
          >
            {t('people.form.undo')}
          </Button>
        )}
      </Group>
    </form>
  );
}
