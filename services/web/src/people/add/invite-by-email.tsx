import { Button, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { emailSchema } from '@ticket-pros/contracts/invitation';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../shell/notice.tsx';
import { ProblemNotice } from '../problem-notice.tsx';
import type { AddFormProps } from './add-form-props.ts';
import styles from './add-people.module.css';
import { PlaceFields } from './place-fields.tsx';
import { useInvite } from './use-invite.ts';

const allRoles: readonly MemberRole[] = ['crew', 'office', 'owner'];

/** Sends an invitation to an address. Role and superior stay for the next one. */
export function InviteByEmail({ tree, me, startsUnder }: AddFormProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [wrong, setWrong] = useState(false);
  const [place, setPlace] = useState<{ role: MemberRole; reportsTo: string | null }>({
    role: 'crew',
    reportsTo: startsUnder,
  });
  const first = useRef<HTMLInputElement>(null);
  const invite = useInvite();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const address = emailSchema.safeParse(email.trim());
    setWrong(!address.success);
    if (!address.success || invite.isPending) return;
    const named = name.trim() === '' ? {} : { name: name.trim() };
    invite.mutate(
      { ...place, ...named, email: address.data },
      {
        onSuccess: () => {
          setName('');
          setEmail('');
          first.current?.focus();
        },
      },
    );
  };
  const sentTo = invite.data?.invitation.email;

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextInput
        ref={first}
        label={t('people.add.email.personName')}
        description={t('people.add.email.nameHint')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        type="email"
        required
        label={t('people.add.email.address')}
        value={email}
        maxLength={254}
        autoComplete="off"
        error={wrong && t('people.add.email.wrong')}
        onChange={(event) => {
          setEmail(event.currentTarget.value);
          setWrong(false);
        }}
      />
      <PlaceFields tree={tree} me={me} startsUnder={startsUnder} roles={allRoles} place={place} onChange={setPlace} />
      <div role="status">
        {sentTo && email === '' && (
          <Notice tone="info" icon={IconMailCheck}>
            {t('people.add.email.sent', { email: sentTo })}
          </Notice>
        )}
      </div>
      <ProblemNotice error={invite.error} />
      <Button type="submit" size="md" loading={invite.isPending}>
        {t('people.add.email.submit')}
      </Button>
    </form>
  );
}
