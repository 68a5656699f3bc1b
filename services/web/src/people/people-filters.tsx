import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../messages/page-language.ts';
import { isShown } from './find-members.ts';
import type { MemberTree } from './member-tree.ts';
import styles from './people.module.css';
import { type PeopleSearch, type ShownKind, shownKinds } from './people-search.ts';

interface FilterProps {
  search: PeopleSearch;
  onChange: (search: PeopleSearch) => void;
}

interface SearchBoxProps extends FilterProps {
  /** Owners are told what members sign in with, and so find them by it. */
  isOwner: boolean;
  /** Goes on to what was found. */
  onLeave: () => void;
}

/** Finds members by name, and owners also by what members sign in with. */
export function PeopleSearchBox({ search, onChange, onLeave, isOwner }: SearchBoxProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(search.search ?? '');
  const apply = useDebouncedCallback((typed: string) => {
    const { search: _search, ...rest } = search;
    onChange(typed.trim() === '' ? rest : { ...rest, search: typed.trim() });
  }, 150);
  useEffect(() => setText(search.search ?? ''), [search.search]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <TextInput
      className={styles.search}
      type="search"
      data-people-search
      aria-label={t('people.search')}
      placeholder={t(isOwner ? 'people.searchPlaceholder' : 'people.columns.name')}
      leftSection={<IconSearch aria-hidden size={16} />}
      rightSection={
        text !== '' && (
          <ActionIcon variant="subtle" color="gray" aria-label={t('people.clearSearch')} onClick={() => apply('')}>
            <IconX aria-hidden size={16} />
          </ActionIcon>
        )
      }
      maxLength={100}
      value={text}
      onKeyDown={onKeyDown}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}

interface KindFilterProps extends FilterProps {
  tree: MemberTree | undefined;
  isOwner: boolean;
}

/** One button a kind of member, with how many there are. */
export function KindFilter({ tree, search, onChange, isOwner }: KindFilterProps) {
  const { t } = useTranslation();
  const choose = (kind: ShownKind) => {
    const { show: _show, ...rest } = search;
    onChange(kind === 'everybody' ? rest : { ...rest, show: kind });
  };
  const count = (kind: ShownKind) => tree?.all.filter((member) => isShown(member, kind)).length;
  // A branch of drivers is not asked for its owners.
  const kinds = shownKinds.filter(
    (kind) => isOwner || kind === 'everybody' || kind === search.show || count(kind) !== 0,
  );
  return (
    <fieldset className={styles.kinds} aria-label={t('people.kindFilter')}>
      {kinds.map((kind) => (
        <UnstyledButton
          key={kind}
          className={styles.kind}
          aria-pressed={(search.show ?? 'everybody') === kind}
          onClick={() => choose(kind)}
        >
          {t(`people.kinds.${kind}`)}
          <span className={styles.kindCount}>{count(kind)?.toLocaleString(pageLocale()) ?? ' '}</span>
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
