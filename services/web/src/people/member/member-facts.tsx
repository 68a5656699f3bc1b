import { IconHistory, IconReceipt, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Me, Member } from '@ticket-pros/contracts/member';
import { useTranslation } from 'react-i18next';
import { formatDay, formatTime } from '../../tickets/format-time.ts';
import type { MemberTree } from '../member-tree.ts';
import { isInBranch } from '../member-tree.ts';
import { membersWhoSee } from '../members-who-see.ts';
import { useSightWords } from '../use-sight-words.ts';
import styles from './member-page.module.css';

interface MemberFactsProps {
  tree: MemberTree;
  member: Member;
  me: Me;
}

/** Who a member is, where it stands, what it sees and who sees it. */
export function MemberFacts({ tree, member, me }: MemberFactsProps) {
  const { t } = useTranslation();
  const sight = useSightWords(tree);
  const isOwner = me.member.role === 'owner';
  const when = (time: string) => formatTime(time, me.account.timeZone, new Date());
  const watchers = membersWhoSee(tree, member).map(({ name }) => name);
  const facts: [string, string][] = [
    [t('people.columns.role'), t(`people.roles.${member.role}`)],
    [t('people.columns.sees'), sight(member)],
    [t('people.seenBy'), [...watchers, t('people.seenByAccount')].join(', ')],
  ];
  if (isOwner) {
    facts.push(
      [t('people.signsInWith'), member.email ?? member.signInName ?? t('common.noValue')],
      [t('people.columns.factor'), t(member.hasSecondFactor ? 'people.factorOn' : 'people.factorOff')],
      [t('people.columns.seen'), member.lastSeenAt === null ? t('people.neverSeen') : when(member.lastSeenAt)],
    );
  }
  facts.push([t('people.memberSince'), formatDay(dayIn(me.account.timeZone, member.createdAt))]);
  const mayInviteBelow =
    me.member.mayInvite && !me.seeingAs && member.isActive && (isOwner || isInBranch(tree, member, me.member.id));

  return (
    <div className={styles.head}>
      <MemberPath tree={tree} member={member} accountName={me.account.name} />
      <h2 className={styles.name} tabIndex={-1}>
        {member.name}
        {member.id === me.member.id && <span className={styles.tag}>{t('people.you')}</span>}
        {!member.isActive && <span className={styles.tag}>{t('people.deactivated')}</span>}
      </h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.links}>
        <Link to="/tickets" search={{ memberId: member.id }} className={styles.link}>
          <IconReceipt aria-hidden size={18} />
          {t('people.itsTickets', { count: member.ticketCount })}
        </Link>
        {mayInviteBelow && (
          <Link to="/people/add" search={{ under: member.id }} className={styles.link}>
            <IconUserPlus aria-hidden size={18} />
            {t('people.inviteBelow')}
          </Link>
        )}
        {isOwner && (
          <Link to="/audit" search={{ memberId: member.id }} className={styles.link}>
            <IconHistory aria-hidden size={18} />
            {t('people.itsAudit')}
          </Link>
        )}
      </div>
    </div>
  );
}

/** The calendar day of a moment there, as ISO writes it. */
function dayIn(timeZone: string, moment: string): string {
  return new Date(moment).toLocaleDateString('en-CA', { timeZone });
}

function MemberPath({ tree, member, accountName }: Omit<MemberFactsProps, 'me'> & { accountName: string }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.path} aria-label={t('people.path')}>
      <span>{accountName}</span>
      {tree.above(member).map(({ id, name }) => (
        <Link key={id} to="/people/$memberId" params={{ memberId: id }} search={(before) => before}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
