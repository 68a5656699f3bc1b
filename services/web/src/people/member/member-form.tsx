import { Button, Group, Radio, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Member } from '@ticket-pros/contracts/member';
import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MemberPicker } from '../member-picker.tsx';
import type { MemberTree } from '../member-tree.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import styles from './member-page.module.css';
import { changeMember } from './member-requests.ts';
import { readSight, type Sight, sightChange, sights } from './read-sight.ts';
import { useMemberAction } from './use-member-action.ts';

/** Name, role, and what the member sees. */
export function MemberForm({ tree, member }: { tree: MemberTree; member: Member }) {
  const { t } = useTranslation();
  const [name, setName] = useState(member.name);
  const [role, setRole] = useState(member.role);
  const [sight, setSight] = useState<Sight>(readSight(member));
  const [branch, setBranch] = useState(member.branchMemberId);
  const save = useMemberAction(
    (change: Parameters<typeof changeMember>[1]) => changeMember(member.id, change),
    (changed) => {
      setName(changed.name);
      notifications.show({ color: 'petrol', message: t('people.form.saved', { name: changed.name }) });
    },
  );

  const seen = role === 'owner' ? 'account' : sight;
  const change = {
    ...(name.trim() === member.name ? {} : { name: name.trim() }),
    ...(role === member.role ? {} : { role }),
    ...sightChange(member, seen, branch),
  };
  const isChanged = Object.keys(change).length > 0;
  const isWhole = name.trim() !== '' && (seen !== 'other' || branch !== null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && isWhole && !save.isPending) save.mutate(change);
  };
  const undo = () => {
    setName(member.name);
    setRole(member.role);
    setSight(readSight(member));
    setBranch(member.branchMemberId);
    save.reset();
  };

  return (
    <form className={styles.section} onSubmit={submit} noValidate>
      <TextInput
        label={t('people.form.name')}
        value={name}
        maxLength={200}
        error={name.trim() === '' && t('people.form.nameMissing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Radio.Group
        label={t('people.form.role')}
        value={role}
        onChange={(value) => setRole(memberRoleSchema.parse(value))}
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
        value={seen}
        onChange={(value) => setSight(sights.find((one) => one === value) ?? 'own')}
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
      {seen === 'other' && (
        <MemberPicker
          tree={tree}
          label={t('people.form.branch')}
          value={branch}
          onChange={setBranch}
          blocked={(one) => (one.id === member.id ? 'itself' : one.isActive ? null : 'deactivated')}
        />
      )}
      {role === 'owner' && member.role !== 'owner' && <p className={styles.hint}>{t('people.form.becomesOwner')}</p>}
      <ProblemNotice error={save.error} />
      <Group gap="xs">
        <Button type="submit" disabled={!isChanged || !isWhole} loading={save.isPending}>
          {t('people.form.save')}
        </Button>
        {isChanged && (
          <Button variant="default" onClick={undo}>
            {t('people.form.undo')}
          </Button>
        )}
      </Group>
    </form>
  );
}
