import { Button, NativeSelect } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../problem-notice.tsx';
import type { AddFormProps } from './add-form-props.ts';
import styles from './add-people.module.css';
import { MadeLink } from './made-link.tsx';
import { PlaceFields } from './place-fields.tsx';
import { useInvite } from './use-invite.ts';

const allRoles: readonly MemberRole[] = ['crew', 'office', 'owner'];
const useCounts = [1, 5, 10, 25, 50, 100];
const day = 24;
const dayCounts = [1, 7, 30, 90];

/** A link to show as a QR code or pass on; whoever opens it joins at this place. */
export function InviteByLink({ tree, me, startsUnder }: AddFormProps) {
  const { t } = useTranslation();
  const [place, setPlace] = useState<{ role: MemberRole; reportsTo: string | null }>({
    role: 'crew',
    reportsTo: startsUnder,
  });
  const [maxUses, setMaxUses] = useState(1);
  const [days, setDays] = useState(7);
  const invite = useInvite();
  const submitButton = useRef<HTMLButtonElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!invite.isPending) invite.mutate({ ...place, maxUses, expiresInHours: days * day });
  };

  const another = () => {
    invite.reset();
    setTimeout(() => submitButton.current?.focus());
  };

  if (invite.data) return <MadeLink made={invite.data} me={me} onAnother={another} />;
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PlaceFields
        tree={tree}
        me={me}
        startsUnder={startsUnder}
        roles={allRoles}
        place={place}
        onChange={(next) => {
          setPlace(next);
          // A link that makes owners is for one person.
          if (next.role === 'owner') setMaxUses(1);
        }}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('people.add.link.uses')}
          disabled={place.role === 'owner'}
          data={useCounts.map((count) => ({ value: String(count), label: t('people.add.link.useCount', { count }) }))}
          value={String(maxUses)}
          onChange={(event) => setMaxUses(Number(event.currentTarget.value))}
        />
        <NativeSelect
          label={t('people.add.link.expires')}
          data={dayCounts.map((count) => ({ value: String(count), label: t('people.add.link.dayCount', { count }) }))}
          value={String(days)}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
        />
      </div>
      <ProblemNotice error={invite.error} />
      <Button
        ref={submitButton}
        type="submit"
        size="md"
        loading={invite.isPending}
        leftSection={<IconQrcode aria-hidden size={20} />}
      >
        {t('people.add.link.submit')}
      </Button>
    </form>
  );
}
