import { UnstyledButton } from '@mantine/core';
import { IconChevronUp, IconSchool } from '@tabler/icons-react';
import type { TicketType } from '@ticket-pros/contracts/field';
import type { WouldChange } from '@ticket-pros/contracts/learning';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './teaching-note.module.css';
import { WouldChangeList } from './would-change-list.tsx';

interface TeachingNoteProps {
  /** null where there is nothing to be said. */
  wouldChange: WouldChange | null;
  ticketType: TicketType;
}

/** What approving the ticket teaches, and on request which open tickets would then be read otherwise. */
export function TeachingNote({ wouldChange, ticketType }: TeachingNoteProps) {
  const { t } = useTranslation();
  const listId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const isShown = wouldChange !== null;
  useEffect(() => {
    if (isShown) keepFieldInSight();
  }, [isShown]);
  return (
    <div className={styles.note} data-shown={isShown}>
      <div className={styles.line}>
        {wouldChange && <IconSchool aria-hidden size={18} className={styles.sign} />}
        <p className={styles.words} role="status">
          {wouldChange && (
            <>
              <span className={styles.known} data-open={isOpen}>
                {wouldChange.examples === 0
                  ? t('review.teaching.first')
                  : t('review.teaching.known', { count: wouldChange.examples })}
              </span>{' '}
              <b>{t('review.teaching.change', { count: wouldChange.tickets.length })}</b>
            </>
          )}
        </p>
        {wouldChange && (
          <UnstyledButton
            className={styles.opener}
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => setIsOpen((open) => !open)}
          >
            {t(isOpen ? 'review.teaching.hide' : 'review.teaching.show')}
            <IconChevronUp aria-hidden size={16} data-open={isOpen} className={styles.chevron} />
          </UnstyledButton>
        )}
      </div>
      <div id={listId} className={styles.list} hidden={!isOpen || !wouldChange}>
        {isOpen && wouldChange && <WouldChangeList tickets={wouldChange.tickets} ticketType={ticketType} />}
      </div>
    </div>
  );
}

/** The note takes its room from the end of the fields; who types there goes on seeing what. */
function keepFieldInSight(): void {
  const fields = document.getElementById('fields');
  const typing = document.activeElement;
  if (fields === null || typing === null || !fields.contains(typing)) return;
  const hidden = typing.getBoundingClientRect().bottom > fields.getBoundingClientRect().bottom;
  if (hidden) typing.scrollIntoView({ block: 'nearest' });
}
