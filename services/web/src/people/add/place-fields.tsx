import { Radio } from '@mantine/core';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import { useTranslation } from 'react-i18next';
import { MemberPicker } from '../member-picker.tsx';
import { isInBranch } from '../member-tree.ts';
import type { AddFormProps } from './add-form-props.ts';
import styles from './add-people.module.css';

/** The role of who joins, and whom they report to. */
export interface JoinPlace {
  role: MemberRole;
  /** null for the account. */
  reportsTo: string | null;
}

interface PlaceFieldsProps extends AddFormProps {
  roles: readonly MemberRole[];
  place: JoinPlace;
  onChange: (place: JoinPlace) => void;
}

/** Asks for role and superior. Who isn't an owner invites crew alone, and into the own branch. */
export function PlaceFields({ tree, me, roles, place, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const isOwner = me.member.role === 'owner';
  return (
    <>
      {isOwner && (
        <Radio.Group
          label={t('people.form.role')}
          value={place.role}
          onChange={(value) => {
            const role = roles.find((one) => one === value) ?? 'crew';
            // Owners report to the account.
            onChange({ role, reportsTo: role === 'owner' ? null : place.reportsTo });
          }}
        >
          <div className={styles.roles}>
            {roles.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`people.roles.${one}`)}
                description={t(`people.roleHints.${one}`)}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {place.role !== 'owner' && (
        <MemberPicker
          tree={tree}
          label={t('people.form.reportsTo')}
          value={place.reportsTo ?? 'account'}
          onChange={(value) => onChange({ ...place, reportsTo: value === 'account' ? null : value })}
          {...(isOwner
            ? { account: { name: me.account.name, blocked: null } }
            : { blocked: (one) => (isInBranch(tree, one, me.member.id) ? null : 'elsewhere') })}
        />
      )}
    </>
  );
}
