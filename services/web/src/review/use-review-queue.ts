import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouteContext } from '@tanstack/react-router';
import { useEffect } from 'react';
import { imageAddress } from '../api/image-address.ts';
import { reviewNextQuery } from './review-next-query.ts';
import { ticketQuery } from './ticket-query.ts';

export interface ReviewQueue {
  /** How many tickets wait for review; null while that is not known, or is not this member's to know. */
  remaining: number | null;
  hasNext: boolean;
  goOn: () => void;
  goBack: () => void;
}

/** The way through the tickets that wait for review. The next one is fetched while this one is looked at. */
export function useReviewQueue(ticketId: string): ReviewQueue {
  const { me } = useRouteContext({ from: '/signed-in' });
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const next = useQuery({ ...reviewNextQuery(ticketId), enabled: me.member.role !== 'crew' });
  const nextId = next.data?.ticketId ?? null;
  const hasNext = nextId !== null && nextId !== ticketId;

  useEffect(() => {
    if (!hasNext || nextId === null) return;
    void queryClient.ensureQueryData(ticketQuery(nextId)).then(
      ({ images: [first] }) => {
        if (first) new Image().src = imageAddress(nextId, first.id, first.hasDerivatives ? 'display' : 'original');
      },
      () => {
        // Fetched ahead only for speed: the page itself asks again, and says what is wrong.
      },
    );
  }, [queryClient, nextId, hasNext]);

  return {
    remaining: next.data?.remaining ?? null,
    hasNext,
    goOn: () => {
      if (hasNext && nextId !== null) void navigate({ to: '/review/$ticketId', params: { ticketId: nextId } });
      else void navigate({ to: '/review' });
    },
    goBack: () => window.history.back(),
  };
}
