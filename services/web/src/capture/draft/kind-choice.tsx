import { t } from '../../messages/capture-messages.ts';
import type { OutboxTicket } from '../outbox/outbox-ticket.ts';
import kindStyles from './kind-choice.module.css';
import type { Draft } from './use-draft.ts';

const kinds = ['field_ticket', 'receipt'] as const;

/** What kind of paper it is. Most are field tickets, so nobody has to choose. */
export function KindChoice({ ticket, onChange }: { ticket: OutboxTicket; onChange: Draft['changeDetails'] }) {
  return (
    <select
      className={kindStyles.kind}
      aria-label={t('camera.kind')}
      value={ticket.ticketType}
      onChange={({ target }) => {
        const kind = kinds.find((one) => one === target.value);
        if (kind) void onChange({ ticketType: kind });
      }}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {t(`camera.kinds.${kind}`)}
        </option>
      ))}
    </select>
  );
}
