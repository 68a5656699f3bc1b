import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouteContext } from '@tanstack/react-router';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCode } from '../api/api-problem.ts';
import { useProblemSentence } from '../api/use-problem-sentence.ts';
import { ticketKeys } from '../tickets/ticket-keys.ts';
import { isAllowed } from './allowed-decisions.ts';
import { type Decision, decideTicket } from './decide-ticket.ts';
import { ReadOthersAgain } from './read-others-again.tsx';
import styles from './review.module.css';
import { ticketQuery } from './ticket-query.ts';

export interface Decisions {
  allows: (kind: Decision['kind']) => boolean;
  decide: (decision: Decision) => void;
  deciding: Decision['kind'] | null;
  conflict: boolean;
  forgetConflict: () => void;
}

interface DecisionsInput {
  ticket: TicketDetail;
  /** The open tickets that approving it would have read otherwise. */
  teaches: readonly string[];
  saveAll: () => Promise<boolean>;
  goOn: () => void;
}

const words = { approve: 'approved', reject: 'rejected', unreadable: 'unreadable' } as const;

/**
 * Carries out what the member decides about the ticket. What is still typed is stored first; after a decision that ends
 * the review comes the next ticket, and a note with which the decision can be taken back and the tickets that it taught read again.
 */
export function useDecisions({ ticket, teaches, saveAll, goOn }: DecisionsInput): Decisions {
  const { t } = useTranslation();
  const { me } = useRouteContext({ from: '/signed-in' });
  const queryClient = useQueryClient();
  const sentence = useProblemSentence();
  const undo = useUndo();
  const [conflict, setConflict] = useState(false);

  const mutation = useMutation({
    // What it teaches is known before it is approved, and no more after.
    mutationFn: async ({ decision }: { decision: Decision; teaches: readonly string[] }) => {
      setConflict(false);
      if (!(await saveAll())) return null;
      const { version } = queryClient.getQueryData(ticketQuery(ticket.id).queryKey) ?? ticket;
      return decideTicket(ticket.id, version, decision);
    },
    onSuccess: (decided, { decision: { kind }, teaches: taught }) => {
      if (decided === null) return;
      queryClient.setQueryData(ticketQuery(ticket.id).queryKey, decided);
      void queryClient.invalidateQueries({ queryKey: ticketKeys.lists });
      if (kind === 'readAgain' || kind === 'reopen') return;
      undo(decided, words[kind], kind === 'approve' ? taught : []);
      goOn();
    },
    onError: async (error) => {
      if (problemCode(error) === 'version_conflict') {
        setConflict(true);
        await queryClient.invalidateQueries({ queryKey: ticketKeys.detail(ticket.id) });
      } else {
        notifications.show({ color: 'red', title: t('review.done.failed'), message: sentence(error) });
      }
    },
  });

  const allows = (kind: Decision['kind']) => isAllowed(kind, ticket.state, me.member.role);
  return {
    allows,
    decide: (decision) => {
      if (allows(decision.kind) && !mutation.isPending) mutation.mutate({ decision, teaches });
    },
    deciding: mutation.isPending ? mutation.variables.decision.kind : null,
    conflict,
    forgetConflict: () => setConflict(false),
  };
}

/** Shows what was decided, with a button that takes it back and opens the ticket again. */
function useUndo() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const sentence = useProblemSentence();

  return (decided: TicketDetail, word: (typeof words)[keyof typeof words], taught: readonly string[]) => {
    const number = decided.ticketNumber ?? '';
    const id = `decided-${decided.id}`;
    const takeBack = async () => {
      notifications.hide(id);
      try {
        const reopened = await decideTicket(decided.id, decided.version, { kind: 'reopen' });
        queryClient.setQueryData(ticketQuery(decided.id).queryKey, reopened);
        void queryClient.invalidateQueries({ queryKey: ticketKeys.lists });
        await navigate({ to: '/review/$ticketId', params: { ticketId: decided.id } });
        notifications.show({ message: t('review.done.undone', { number }) });
      } catch (error) {
        notifications.show({ color: 'red', title: t('review.done.failed'), message: sentence(error) });
      }
    };
    notifications.show({
      id,
      // An offer takes longer to read.
      autoClose: taught.length > 0 ? 20_000 : 8_000,
      closeButtonProps: { 'aria-label': t('common.close') },
      message: (
        <span className={styles.decided}>
          <span className={styles.decidedLine}>
            {t(`review.done.${word}`, { number })}
            <Button variant="subtle" size="compact-sm" onClick={() => void takeBack()}>
              {t('review.done.undo')}
            </Button>
          </span>
          {taught.length > 0 && <ReadOthersAgain ticketIds={taught} />}
        </span>
      ),
    });
  };
}
