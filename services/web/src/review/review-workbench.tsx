import { useRouteContext } from '@tanstack/react-router';
import { findTicketType } from '@ticket-pros/contracts/built-in-ticket-types';
import { fieldTicketType } from '@ticket-pros/contracts/field-ticket-type';
import type { TicketDetail } from '@ticket-pros/contracts/ticket';
import { useMemo, useState } from 'react';
import { isAllowed, isEditable } from './allowed-decisions.ts';
import { arrangeFields, nextDoubtful, type ReviewField } from './arrange-fields.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { DecisionBar } from './decision-bar.tsx';
import { FieldPanel } from './field-panel.tsx';
import type { FieldPanel as PanelState } from './field-panel-state.ts';
import { PageViewer } from './page-viewer.tsx';
import { RejectDialog } from './reject-dialog.tsx';
import styles from './review.module.css';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TeachingNote } from './teaching-note.tsx';
import { TicketHeader } from './ticket-header.tsx';
import { TicketNotices } from './ticket-notices.tsx';
import { useDecisions } from './use-decisions.tsx';
import { useFieldEdits } from './use-field-edits.ts';
import { useReviewKeys } from './use-review-keys.ts';
import { useReviewQueue } from './use-review-queue.ts';
import { useWouldChange } from './use-would-change.ts';

type OpenDialog = 'reject' | 'shortcuts' | null;

const inputId = (key: string) => `field-${key}`;

function focusInput(field: ReviewField | undefined): void {
  if (field) document.getElementById(inputId(field.key))?.focus();
}

/** The review of one ticket: picture, fields, decision. */
export function ReviewWorkbench({ ticket }: { ticket: TicketDetail }) {
  const { me } = useRouteContext({ from: '/signed-in' });
  const ticketType = findTicketType(ticket.ticketType) ?? fieldTicketType;
  const [addedRows, setAddedRows] = useState(0);
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const layout = useMemo(
    () => arrangeFields(ticketType, ticket.values, addedRows),
    [ticketType, ticket.values, addedRows],
  );
  const { order } = layout;
  const edits = useFieldEdits(ticket.id);
  const queue = useReviewQueue(ticket.id);
  const wouldChange = useWouldChange(ticket, isAllowed('approve', ticket.state, me.member.role));
  const decisions = useDecisions({
    ticket,
    teaches: wouldChange?.tickets.map(({ ticketId }) => ticketId) ?? [],
    saveAll: () => edits.saveAll(order),
    goOn: queue.goOn,
  });

  const panel: PanelState = {
    edits,
    editable: isEditable(ticket.state),
    inputId,
    onFocus: (key) => {
      setFocusedKey(key);
      const box = order.find((field) => field.key === key)?.value?.box;
      if (box) setPage(box.page);
    },
    goToNext: (key) => {
      const next = order[order.findIndex((field) => field.key === key) + 1];
      if (next) focusInput(next);
      else document.getElementById('approve')?.focus();
    },
    goToDoubtful: (key) => focusInput(nextDoubtful(order, key) ?? (key === null ? order[0] : undefined)),
  };

  /** Goes to another ticket, unless something typed here could not be stored: then to that field. */
  const leave = async (go: () => void) => {
    if (await edits.saveAll(order)) go();
    else focusInput(order.find(({ key }) => edits.hasUnsaved(key)));
  };

  useReviewKeys({
    approve: () => decisions.decide({ kind: 'approve' }),
    start: () => panel.goToDoubtful(null),
    next: () => void leave(queue.goOn),
    previous: () => void leave(queue.goBack),
    reject: () => decisions.allows('reject') && setDialog('reject'),
    unreadable: () => decisions.decide({ kind: 'unreadable' }),
    help: () => setDialog('shortcuts'),
  });

  const focused = order.find(({ key }) => key === focusedKey) ?? null;
  const image = ticket.images[page] ?? ticket.images[0];
  return (
    <div className={styles.page} data-review>
      <TicketHeader
        ticket={ticket}
        timeZone={me.account.timeZone}
        queue={{ ...queue, goOn: () => void leave(queue.goOn), goBack: () => void leave(queue.goBack) }}
        onHelp={() => setDialog('shortcuts')}
      />
      {image && (
        <PageViewer
          key={image.id}
          ticket={ticket}
          image={image}
          fields={order}
          focused={focused}
          onPick={focusInput}
          onPage={setPage}
        />
      )}
      <div className={styles.panel}>
        <ConflictNotice
          conflict={edits.conflict || decisions.conflict}
          unsaved={edits.edits.size}
          onSave={() => {
            decisions.forgetConflict();
            void edits.saveAll(order);
          }}
          onDiscard={() => {
            edits.forgetAll();
            decisions.forgetConflict();
          }}
        />
        <div id="fields" className={styles.fields}>
          <TicketNotices ticket={ticket} />
          <FieldPanel
            ticket={ticket}
            ticketType={ticketType}
            layout={layout}
            panel={panel}
            onAddRow={() => setAddedRows((count) => count + 1)}
          />
        </div>
        <TeachingNote wouldChange={wouldChange} ticketType={ticketType} />
        <DecisionBar
          state={ticket.state}
          order={order}
          decisions={decisions}
          onReject={() => setDialog('reject')}
          onCheck={() => panel.goToDoubtful(focusedKey)}
        />
      </div>
      <RejectDialog
        opened={dialog === 'reject'}
        onClose={() => setDialog(null)}
        onReject={(reason) => {
          setDialog(null);
          decisions.decide({ kind: 'reject', reason });
        }}
      />
      <ShortcutsDialog opened={dialog === 'shortcuts'} onClose={() => setDialog(null)} />
    </div>
  );
}
