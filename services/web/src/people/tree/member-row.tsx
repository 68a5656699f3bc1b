import { IconBuilding, IconChevronDown, IconChevronRight, IconShieldCheck } from '@tabler/icons-react';
import type { Member } from '@ticket-pros/contracts/member';
import type { TFunction } from 'i18next';
import { type CSSProperties, memo } from 'react';
import styles from './member-tree.module.css';
import type { RowFormats } from './use-row-formats.ts';

interface MemberRowProps {
  id: string;
  /** null for the account. */
  member: Member | null;
  name: string;
  level: number;
  position: number;
  siblings: number;
  expanded: boolean | null;
  /** What it sees, and where it stands where that is not seen from the tree. */
  sees: string;
  path: string | null;
  isOpen: boolean;
  isTabStop: boolean;
  showsSignIn: boolean;
  isMe: boolean;
  formats: RowFormats;
  /** Handed down, as asking for it in some hundred rows takes its time. */
  t: TFunction;
}

function indent(level: number): CSSProperties & Record<'--level', number> {
  return { '--level': level - 1 };
}

/** One line of the tree, whose clicks and keys the tree takes. Lines that nothing changes about are not drawn again. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { id, member, level, expanded, path, t } = props;
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <div
      role="treeitem"
      className={styles.row}
      data-line={id}
      data-inactive={member?.isActive === false}
      data-account={member === null}
      aria-level={level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-expanded={expanded ?? undefined}
      aria-selected={props.isOpen}
      tabIndex={props.isTabStop ? 0 : -1}
      style={indent(level)}
    >
      <span className={styles.name}>
        <span aria-hidden className={styles.chevron} data-toggle={expanded !== null}>
          {expanded !== null && <Chevron size={18} />}
        </span>
        {member === null && <IconBuilding aria-hidden size={18} className={styles.accountIcon} />}
        <span className={styles.names}>
          <b>{props.name}</b>
          {props.isMe && <span className={styles.tag}>{t('people.you')}</span>}
          {member?.isActive === false && <span className={styles.tag}>{t('people.deactivated')}</span>}
          {path !== null && <span className={styles.path}>{path}</span>}
          {path === null && props.showsSignIn && (
            <span className={styles.signIn}>{member?.email ?? member?.signInName}</span>
          )}
        </span>
      </span>
      {member && <MemberCells {...props} member={member} />}
      {member === null && <span className={styles.sees}>{props.sees}</span>}
    </div>
  );
});

function MemberCells({ member, sees, showsSignIn, formats, t }: MemberRowProps & { member: Member }) {
  return (
    <>
      <span className={styles.role}>{t(`people.roles.${member.role}`)}</span>
      <span className={styles.sees}>{sees}</span>
      <span className={styles.tickets}>
        {formats.count(member.ticketCount)}
        <span className={styles.unit}> {t('people.ticketsUnit', { count: member.ticketCount })}</span>
      </span>
      {showsSignIn && (
        <>
          <span className={styles.seen}>
            <span className={styles.hidden}>{t('people.columns.seen')} </span>
            {member.lastSeenAt === null ? t('people.neverSeen') : formats.seen(member.lastSeenAt)}
          </span>
          <span className={styles.factor} data-on={member.hasSecondFactor === true}>
            <span className={styles.hidden}>{t('people.columns.factor')} </span>
            {member.hasSecondFactor && <IconShieldCheck aria-hidden size={16} />}
            {t(member.hasSecondFactor ? 'people.factorOn' : 'people.factorOff')}
          </span>
        </>
      )}
    </>
  );
}
