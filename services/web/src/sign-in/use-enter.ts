import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { meQuery } from './me-query.ts';
import { safeDestination } from './safe-destination.ts';

/**
 * Gives the function that leads somebody inside who just signed in: to the page that was asked for, else to the front page of its role.
 * It answers false where this user has no place in any company.
 */
export function useEnter(): (goTo?: string) => Promise<boolean> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (goTo) => {
      queryClient.clear();
      const me = await queryClient.fetchQuery(meQuery);
      if (!me) return false;
      const destination = safeDestination(goTo, me.member.role);
      // The phone's pages are entries of their own, outside this router.
      if (/^\/(capture|join)\b/.test(destination)) window.location.assign(destination);
      else await navigate({ href: destination, replace: true });
      return true;
    },
    [queryClient, navigate],
  );
}
