import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { useRef, useState } from 'react';
import type { Outbox } from '../outbox/outbox.ts';
import { OutboxFullError } from '../outbox/outbox-full-error.ts';
import type { NewPhoto, OutboxTicket, TicketDetails } from '../outbox/outbox-ticket.ts';
import type { OutboxView } from '../outbox/outbox-view.ts';
import type { PagesAnswer } from '../prepare/ask-pages.tsx';
import { openChosenFile } from '../prepare/open-chosen-file.ts';
import { type PhotoProblem, PhotoProblemError } from '../prepare/photo-problem.ts';

export type DraftProblem = PhotoProblem | 'tooMany' | 'notReady' | 'storage';

/** A chosen file of several pages, and what has to be said before they are taken. */
export interface PagesQuestion {
  pages: number;
  answer: (answer: PagesAnswer | null) => void;
}

export interface Draft {
  draft: OutboxTicket | undefined;
  /** How many chosen photos are still being made ready. */
  preparing: number;
  problem: DraftProblem | null;
  question: PagesQuestion | null;
  /** A photo for which the phone has no space. It is in memory alone until it is kept or dropped. */
  unkept: NewPhoto | null;
  keepUnkept: () => Promise<string | null>;
  /** Sends it from memory, as a ticket of its own. */
  sendUnkept: () => Promise<void>;
  /** How that goes. */
  unkeptSending: 'no' | 'busy' | 'failed';
  dropUnkept: () => void;
  /** The page that was taken out last, counted from 0, while it can be put back. */
  removedPage: number | null;
  /** Keeps a photo as the last page. Its id, when it is on disk; null where it could not be kept. */
  keepPhoto: (photo: NewPhoto) => Promise<string | null>;
  addFiles: (files: readonly File[]) => Promise<void>;
  removePhoto: (photoId: string) => Promise<void>;
  undoRemove: () => Promise<void>;
  changeDetails: (details: TicketDetails) => Promise<void>;
  /** The member's own ticket on the server that the draft, or the next photo's, takes the place of. */
  replaces: string | null;
  /** Begins a ticket that takes the place of another; photos that lie here already are sent first, as the ticket they are. */
  startRetake: (ticketId: string) => Promise<void>;
  /** It takes no other's place after all. */
  dropRetake: () => Promise<void>;
  /** Hands the draft over to be sent. False where there was nothing to send. */
  send: () => Promise<boolean>;
}

interface DraftParts {
  outbox: Outbox;
  view: OutboxView;
  /** Is told of every page of a file that was kept, with its bytes. */
  onKept: (photoId: string, photo: NewPhoto) => void;
  /** Sends a photo for which the phone has no space. */
  sendFromMemory: (photo: NewPhoto, details: TicketDetails) => Promise<'stored' | 'not_sent'>;
}

/** The ticket that is being photographed. Every photo is kept in the phone's store as soon as it is ready. */
export function useDraft({ outbox, view, onKept, sendFromMemory }: DraftParts): Draft {
  const [preparing, setPreparing] = useState(0);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const [question, setQuestion] = useState<PagesQuestion | null>(null);
  const [unkept, setUnkept] = useState<NewPhoto | null>(null);
  const [unkeptSending, setUnkeptSending] = useState<Draft['unkeptSending']>('no');
  const [removed, setRemoved] = useState<(NewPhoto & { page: number }) | null>(null);
  const [wantsRetakeOf, setWantsRetakeOf] = useState<string | null>(null);
  const changes = useRef<Promise<unknown>>(Promise.resolve());

  /** One change after the other; undefined where it failed, which is shown. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T | undefined> => {
    const changed = changes.current.then(change).catch((error: unknown) => {
      setProblem(nameProblem(error));
      return undefined;
    });
    changes.current = changed;
    return changed;
  };

  const keep = async (photo: NewPhoto): Promise<string | null> => {
    if ((findDraft(outbox.view())?.photos.length ?? 0) >= uploadLimits.imagesPerTicket) {
      setProblem('tooMany');
      return null;
    }
    try {
      const ticket = await outbox.keepPhoto(photo, wantsRetakeOf === null ? {} : { replacesTicketId: wantsRetakeOf });
      setWantsRetakeOf(null);
      return ticket.photos.at(-1)?.id ?? null;
    } catch (error) {
      if (!(error instanceof OutboxFullError)) throw error;
      setUnkept(photo);
      setUnkeptSending('no');
      return null;
    }
  };

  const keepPhoto = async (photo: NewPhoto) => {
    setProblem(null);
    setRemoved(null);
    return (await inTurn(() => keep(photo))) ?? null;
  };

  const addFile = async (file: File) => {
    const opened = await openChosenFile(file);
    if ('problem' in opened) return setProblem(opened.problem);
    const answer = opened.pages === 1 ? 'oneTicket' : await askPages(opened.pages, setQuestion);
    if (answer === null) return opened.close();
    for await (const page of opened.readPages()) {
      if (answer === 'ticketEach') await outbox.keepTicket([page]);
      else {
        const photoId = await keep(page);
        if (photoId === null) return;
        onKept(photoId, page);
      }
    }
  };

  const addFiles = async (files: readonly File[]) => {
    setProblem(null);
    setRemoved(null);
    setPreparing((count) => count + files.length);
    for (const file of files) {
      await inTurn(() => addFile(file));
      setPreparing((count) => count - 1);
    }
  };

  return {
    draft: findDraft(view),
    preparing,
    problem,
    question,
    unkept,
    keepUnkept: async () => {
      if (unkept === null) return null;
      setUnkept(null);
      return keepPhoto(unkept);
    },
    sendUnkept: async () => {
      if (unkept === null) return;
      setUnkeptSending('busy');
      const details = wantsRetakeOf === null ? {} : { replacesTicketId: wantsRetakeOf };
      const outcome = await sendFromMemory(unkept, details).catch(() => 'not_sent' as const);
      setUnkeptSending(outcome === 'stored' ? 'no' : 'failed');
      if (outcome !== 'stored') return;
      setUnkept(null);
      setWantsRetakeOf(null);
    },
    unkeptSending,
    dropUnkept: () => setUnkept(null),
    removedPage: removed?.page ?? null,
    keepPhoto,
    addFiles,
    removePhoto: async (photoId) => {
      setProblem(null);
      setRemoved((await inTurn(() => outbox.takeOutPhoto(photoId))) ?? null);
    },
    undoRemove: async () => {
      if (removed === null) return;
      const { page, ...photo } = removed;
      setRemoved(null);
      await inTurn(() => outbox.keepPhoto(photo, { page }));
    },
    replaces: wantsRetakeOf ?? findDraft(view)?.replacesTicketId ?? null,
    startRetake: async (ticketId) => {
      setProblem(null);
      await inTurn(() => outbox.handOver());
      setWantsRetakeOf(ticketId);
    },
    dropRetake: async () => {
      setWantsRetakeOf(null);
      await inTurn(() => outbox.changeDraft({ replacesTicketId: null }));
    },
    changeDetails: async (details) => void (await inTurn(() => outbox.changeDraft(details))),
    send: async () => {
      setProblem(null);
      setRemoved(null);
      return ((await inTurn(() => outbox.handOver())) ?? null) !== null;
    },
  };
}

function askPages(pages: number, show: (question: PagesQuestion | null) => void): Promise<PagesAnswer | null> {
  return new Promise((resolve) => {
    show({
      pages,
      answer: (answer) => {
        show(null);
        resolve(answer);
      },
    });
  });
}

function findDraft(view: OutboxView): OutboxTicket | undefined {
  return view.tickets.find(({ status }) => status === 'draft');
}

function nameProblem(error: unknown): DraftProblem {
  if (error instanceof PhotoProblemError) return error.problem;
  // What reads HEIC, TIFF and PDF comes with the first such file, and could not be fetched.
  return error instanceof TypeError ? 'notReady' : 'storage';
}
