import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../../api/api-problem.ts';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';
import { cleanSignInName, suggestSignInName } from '../../joining/suggest-sign-in-name.ts';
import { useConfirmIdentity } from '../../my-account/confirm-identity/use-confirm-identity.ts';
import { GivenPassword } from '../member/given-password.tsx';
import { accountQuery, membersQuery } from '../member-queries.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import type { AddFormProps } from './add-form-props.ts';
import styles from './add-people.module.css';
import { PlaceFields } from './place-fields.tsx';

type NamedPlace = { role: 'office' | 'crew'; reportsTo: string | null };
const rolesWithoutEmail = ['crew', 'office'] as const;

/** A member whose sign-in the owner makes: a name and, shown once, a password. */
export function AddWithoutEmail({ tree, me, startsUnder }: AddFormProps) {
  const { t } = useTranslation();
  const confirmIdentity = useConfirmIdentity();
  const queryClient = useQueryClient();
  const account = useQuery(accountQuery);
  const first = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [typedName, setTypedName] = useState<string | null>(null);
  const [place, setPlace] = useState<NamedPlace>({ role: 'crew', reportsTo: startsUnder });
  const signInName = typedName ?? suggestSignInName(name);
  const add = useMutation({
    mutationFn: () =>
      confirmIdentity(() => readAnswer(api.POST('/v1/members', { body: { name: name.trim(), signInName, ...place } }))),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  const isReady = name.trim() !== '' && /^[a-z0-9][a-z0-9-]+$/.test(signInName);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !add.isPending) add.mutate();
  };
  const another = () => {
    setName('');
    setTypedName(null);
    add.reset();
    setTimeout(() => first.current?.focus());
  };

  if (add.data) {
    return (
      <div className={styles.form}>
        <AddedHeading words={t('people.add.name.added', { name: add.data.member.name })} />
        <GivenPassword given={add.data} />
        <p className={styles.soft}>{t('people.add.name.next')}</p>
        <Button size="md" onClick={another}>
          {t('people.add.name.another')}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        ref={first}
        required
        label={t('people.form.name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        required
        label={t('people.add.name.signInName')}
        description={t('people.add.name.signInHint')}
        value={signInName}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        rightSection={<span className={styles.suffix}>.{account.data?.signInCode ?? '…'}</span>}
        rightSectionWidth={110}
        onChange={(event) => setTypedName(cleanSignInName(event.currentTarget.value))}
      />
      <PlaceFields
        tree={tree}
        me={me}
        startsUnder={startsUnder}
        roles={rolesWithoutEmail}
        place={place}
        onChange={({ role, reportsTo }) => setPlace({ role: role === 'office' ? 'office' : 'crew', reportsTo })}
      />
      <ProblemNotice error={problemCode(add.error) === 'confirm_first' ? null : add.error} />
      <Button type="submit" size="md" disabled={!isReady} loading={add.isPending}>
        {t('people.add.name.submit')}
      </Button>
    </form>
  );
}

function AddedHeading({ words }: { words: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1}>
      {words}
    </h2>
  );
}
