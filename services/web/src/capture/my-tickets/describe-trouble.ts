import { isKnownProblem, t } from '../../messages/capture-messages.ts';
import type { SendTrouble } from '../outbox/outbox-ticket.ts';

/** Why a ticket still waits after a try to send it. */
export function describeTrouble({ kind, code, title }: SendTrouble): string {
  switch (kind) {
    case 'no_connection':
      return t('capture.retryingSoon');
    case 'server_busy':
      return t('outbox.serverBusy');
    case 'not_our_server':
      return t('outbox.notOurServer');
    case 'held_by_company':
      return isKnownProblem(code) ? t(`problems.${code}`) : (title ?? t('outbox.held'));
  }
}
