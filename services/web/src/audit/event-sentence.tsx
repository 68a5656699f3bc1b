import { Link } from '@tanstack/react-router';
import type { AuditEvent } from '@ticket-pros/contracts/audit';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fillSentence, what, who } from './fill-sentence.tsx';
import { shortId } from './short-id.ts';

/** What happened, in one sentence of the reader's language; members and tickets lead to their pages. */
export function EventSentence({ event }: { event: AuditEvent }) {
  const { t } = useTranslation();
  const parts = { who: <Actor event={event} />, what: <Subject event={event} /> };
  return <>{fillSentence(t(`audit.events.${event.action}`, { who, what }), parts)}</>;
}

function MemberLink({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <Link to="/people/$memberId" params={{ memberId: id }}>
      {name}
    </Link>
  );
}

function Actor({ event: { actor, member, payload } }: { event: AuditEvent }): ReactNode {
  const { t } = useTranslation();
  if (actor === 'worker') return t('audit.reader');
  if (actor === 'operator') {
    const name = payload?.operator;
    return typeof name === 'string' ? t('audit.operatorNamed', { name }) : t('audit.operator');
  }
  if (member === null) return t('audit.somebody');
  return <MemberLink id={member.id} name={member.name} />;
}

function Subject({ event: { subject, payload } }: { event: AuditEvent }): ReactNode {
  const { t } = useTranslation();
  if (subject === null) return t('common.noValue');
  const { kind, id } = subject;
  const name = subject.name ?? (typeof payload?.name === 'string' ? payload.name : null);
  if (kind === 'ticket') {
    return (
      <Link to="/review/$ticketId" params={{ ticketId: id }}>
        {t('audit.ticket', { id: shortId(id) })}
      </Link>
    );
  }
  if (kind === 'member') return <MemberLink id={id} name={name ?? t('audit.formerMember')} />;
  if (kind === 'invitation') return name ?? t('audit.link');
  return name ?? t('common.noValue');
}
