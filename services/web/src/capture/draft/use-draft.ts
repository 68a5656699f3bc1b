import { uploadLimits } from '@ticket-pros/contracts/upload-limits';
import { useCallback, useRef, useState } from 'react';
import type { Outbox, OutboxView } from '../outbox/outbox.ts';
import { newDraft, type OutboxTicket } from '../outbox/outbox-ticket.ts';
import type { PhotoProblem } from '../prepare/photo-problem.ts';
import { preparePhoto } from '../prepare/prepare-photo.ts';

export type DraftProblem = PhotoProblem | 'tooMany' | 'storage';

export interface Draft {
  draft: OutboxTicket | undefined;
  /** How many chosen photos are still being made ready. */
  preparing: number;
  problem: DraftProblem | null;
  addPhotos: (files: readonly File[]) => Promise<void>;
  removePhoto: (photoId: string) => Promise<void>;
  /** Hands the draft over to be sent. */
  send: () => Promise<void>;
}

/** The ticket that is being photographed. Every photo is kept in the phone's store as soon as it is ready. */
export function useDraft(outbox: Outbox, view: OutboxView, memberId: string): Draft {
  const [preparing, setPreparing] = useState(0);
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const changes = useRef<Promise<void>>(Promise.resolve());
  const draft = view.tickets.find((ticket) => ticket.status === 'draft' && ticket.memberId === memberId);

  /** One change after the other, each on the draft as it then stands. */
  const change = useCallback(
    (make: (current: OutboxTicket) => Promise<OutboxTicket | null>) => {
      changes.current = changes.current.then(async () => {
        const stored = outbox.view().tickets.find((one) => one.status === 'draft' && one.memberId === memberId);
        const current = stored ?? newDraft(memberId, Date.now());
        try {
          const next = await make(current);
          if (next === null || next.photos.length === 0) await outbox.remove(current.uploadId);
          else await outbox.put(next);
        } catch {
          setProblem('storage');
        }
      });
      return changes.current;
    },
    [outbox, memberId],
  );

  const addPhotos = async (files: readonly File[]) => {
    setProblem(null);
    setPreparing((count) => count + files.length);
    for (const file of files) {
      await change(async (current) => {
        if (current.photos.length >= uploadLimits.imagesPerTicket) {
          setProblem('tooMany');
          return current;
        }
        const prepared = await preparePhoto(file);
        if ('problem' in prepared) {
          setProblem(prepared.problem);
          return current;
        }
        return { ...current, photos: [...current.photos, prepared.photo] };
      });
      setPreparing((count) => count - 1);
    }
  };

  const removePhoto = (photoId: string) =>
    change(async (current) => ({ ...current, photos: current.photos.filter((photo) => photo.id !== photoId) }));

  const send = () => {
    setProblem(null);
    return change(async (current) => (current.photos.length === 0 ? null : { ...current, status: 'waiting' }));
  };

  return { draft, preparing, problem, addPhotos, removePhoto, send };
}
