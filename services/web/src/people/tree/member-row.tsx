import { IconBuilding, IconChevronDown, IconChevronRight, IconShieldCheck } from '@tabler/icons-react';
import type { Member } from '@ticket-pros/contracts/member';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { pageLocale } from '../../messages/page-language.ts';
import { formatTime } from '../../tickets/format-time.ts';
import styles from './member-tree.module.css';

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
  timeZone: string;
}

function indent(level: number): CSSProperties & Record<'--level', number> {
  return { '--level': level - 1 };
}

/** One line of the tree, whose clicks and keys the tree takes. Lines that nothing changes about are not drawn again. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { t } = useTranslation();
  const { id, member, level, expanded, path } = props;
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

function MemberCells({ member, sees, showsSignIn, timeZone }: MemberRowProps & { member: Member }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.role}>{t(`people.roles.${member.role}`)}</span>
      <span className={styles.sees}>{sees}</span>
      <span className={styles.tickets}>
        {member.ticketCount.toLocaleString(pageLocale())}
        <span className={styles.unit}> {t('people.ticketsUnit', { count: member.ticketCount })}</span>
      </span>
      {showsSignIn && (
        <>
          <span className={styles.seen}>
            <span className={styles.hidden}>{t('people.columns.seen')} </span>
            {member.lastSeenAt === null ? t('people.neverSeen') : formatTime(member.lastSeenAt, timeZone, new Date())}
          </span>
          <span className={styles.factor} data-on={member.hasSecondFactor === true}>
            {member.hasSecondFactor && <IconShieldCheck aria-hidden size={16} />}
            {t(member.hasSecondFactor ? 'people.factorOn' : 'people.factorOff')}
          </span>
        </>
      )}
    </>
  );
}
