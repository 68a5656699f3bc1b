import { ActionIcon, Button, Kbd, Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconDots, IconHelpCircle, IconRefresh } from '@tabler/icons-react';
import type { TicketState } from '@ticket-pros/contracts/ticket-state';
import { useTranslation } from 'react-i18next';
import { doubtfulFields, type ReviewField } from './arrange-fields.ts';
import styles from './review.module.css';
import type { Decisions } from './use-decisions.tsx';

interface DecisionBarProps {
  state: TicketState;
  order: readonly ReviewField[];
  decisions: Decisions;
  onReject: () => void;
  onCheck: () => void;
}

/** How much is left to check, and what can be decided. */
export function DecisionBar({ state, order, decisions, onReject, onCheck }: DecisionBarProps) {
  const { t } = useTranslation();
  const { allows, decide, deciding } = decisions;
  const toCheck = doubtfulFields(order).length;
  const anythingRead = order.some(({ value }) => value !== undefined);
  const inReview = allows('approve');
  const readAgain = (
    <Button
      variant="default"
      leftSection={<IconRefresh aria-hidden size={16} />}
      loading={deciding === 'readAgain'}
      onClick={() => decide({ kind: 'readAgain' })}
    >
      {t('review.readAgain')}
    </Button>
  );
  return (
    <footer className={styles.decisions}>
      <span className={styles.toCheck} aria-live="polite">
        {inReview &&
          (toCheck > 0 ? (
            <UnstyledButton className={styles.check} title={t('review.firstToCheck')} onClick={onCheck}>
              <IconHelpCircle aria-hidden size={18} />
              {t('review.toCheck', { count: toCheck })}
            </UnstyledButton>
          ) : (
            anythingRead && (
              <span className={styles.allRight}>
                <IconCheck aria-hidden size={18} />
                {t('review.noneToCheck')}
              </span>
            )
          ))}
      </span>
      {inReview && (
        <>
          <Menu position="top-end" shadow="md">
            <Menu.Target>
              <ActionIcon variant="default" size={36} className={styles.decision} aria-label={t('review.more')}>
                <IconDots aria-hidden size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item rightSection={<Kbd size="xs">R</Kbd>} onClick={onReject}>
                {t('review.reject')}
              </Menu.Item>
              <Menu.Item rightSection={<Kbd size="xs">U</Kbd>} onClick={() => decide({ kind: 'unreadable' })}>
                {t('review.unreadable')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconRefresh aria-hidden size={16} />}
                onClick={() => decide({ kind: 'readAgain' })}
              >
                {t('review.readAgain')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <Button
            variant="default"
            visibleFrom="xl"
            loading={deciding === 'unreadable'}
            onClick={() => decide({ kind: 'unreadable' })}
          >
            {t('review.unreadable')}
          </Button>
          <Button variant="default" visibleFrom="xl" loading={deciding === 'reject'} onClick={onReject}>
            {t('review.reject')}
          </Button>
          <Button
            id="approve"
            className={styles.decision}
            leftSection={<IconCheck aria-hidden size={18} />}
            loading={deciding === 'approve'}
            onClick={() => decide({ kind: 'approve' })}
          >
            {t('review.approveNext')}
          </Button>
        </>
      )}
      {!inReview && allows('readAgain') && readAgain}
      {!inReview && allows('reopen') && (
        <Button loading={deciding === 'reopen'} onClick={() => decide({ kind: 'reopen' })}>
          {state === 'failed' ? t('review.enterByHand') : t('review.reopen')}
        </Button>
      )}
    </footer>
  );
}
