import { ProblemError } from '../problems/problem-error.ts';

/** Bounds what uploads hold in memory: each has one photo in hand. Throws `too_busy` beyond; phones try again by themselves. */
export function limitUploads({ inAll, ofOneMember }: { inAll: number; ofOneMember: number }) {
  const inHand = new Map<string, number>();
  let total = 0;
  return {
    /** Takes a place; call the answer to give it back. */
    enter(memberId: string): () => void {
      const own = inHand.get(memberId) ?? 0;
      if (total >= inAll || own >= ofOneMember) throw new ProblemError('too_busy');
      total += 1;
      inHand.set(memberId, own + 1);
      return () => {
        total -= 1;
        const left = (inHand.get(memberId) ?? 1) - 1;
        if (left === 0) inHand.delete(memberId);
        else inHand.set(memberId, left);
      };
    },
  };
}
