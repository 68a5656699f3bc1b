import { type ComboboxItem, Select } from '@mantine/core';
import type { Member } from '@ticket-pros/contracts/member';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockedChoice } from './blocked-choice.ts';
import { findMembers } from './find-members.ts';
import styles from './member-picker.module.css';
import type { MemberTree } from './member-tree.ts';
import { usePathWords } from './use-path-words.ts';

interface MemberPickerProps {
  tree: MemberTree;
  label: string;
  description?: string;
  /** A member's id, 'account' where that may be chosen, or null for nobody yet. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** The name of the account, where it may be chosen too; with why it may not. */
  account?: { name: string; blocked: BlockedChoice | null };
  blocked?: (member: Member) => BlockedChoice | null;
  autoFocus?: boolean;
}

/** More than this many are not listed at once; typing finds the rest. */
const shownAtOnce = 60;

/** Chooses a member by typing some of its name. Who can't be chosen is listed too, with the reason. */
export function MemberPicker(props: MemberPickerProps) {
  const { tree, label, description, value, onChange, account, blocked = notActive, autoFocus = false } = props;
  const { t } = useTranslation();
  const path = usePathWords(tree);
  const reasons = useMemo(() => {
    const found = new Map<string, BlockedChoice | null>(tree.all.map((member) => [member.id, blocked(member)]));
    if (account) found.set('account', account.blocked);
    return found;
  }, [tree, blocked, account]);
  const data = [
    ...(account ? [{ value: 'account', label: account.name, disabled: account.blocked !== null }] : []),
    ...tree.all
      // Who is elsewhere in the account is no choice that anybody looks for.
      .filter((member) => (member.isActive && reasons.get(member.id) !== 'elsewhere') || member.id === value)
      .map(({ id, name }) => ({ value: id, label: name, disabled: reasons.get(id) !== null })),
  ];

  const describe = (id: string) => {
    const reason = reasons.get(id) ?? null;
    if (reason !== null) return t(`people.blocked.${reason}`);
    const member = tree.byId.get(id);
    return member ? path(member) : t('people.atTheTop');
  };

  return (
    <Select
      label={label}
      description={description}
      placeholder={t('people.pick')}
      nothingFoundMessage={t('people.noneTitle')}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      limit={shownAtOnce}
      maxDropdownHeight={320}
      classNames={{ option: styles.choice ?? '' }}
      {...(autoFocus ? { 'data-autofocus': true } : {})}
      filter={({ options, search }) => {
        const fitting = new Set(findMembers(tree.all, { search }).map(({ id }) => id));
        const isAccount = (id: string) =>
          id === 'account' && account?.name.toLowerCase().includes(search.toLowerCase());
        const items = options.filter((option): option is ComboboxItem => 'value' in option);
        return items.filter((option) => fitting.has(option.value) || isAccount(option.value));
      }}
      renderOption={({ option }) => (
        <span className={styles.option} data-disabled={option.disabled}>
          <b>{option.label}</b>
          <span>{describe(option.value)}</span>
        </span>
      )}
    />
  );
}

function notActive(member: Member): BlockedChoice | null {
  return member.isActive ? null : 'deactivated';
}
