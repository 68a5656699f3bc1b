import { createRoute, redirect } from '@tanstack/react-router';
import { meQuery } from '../sign-in/me-query.ts';
import { needsSecondFactor } from '../sign-in/needs-second-factor.ts';
import { AppShell } from './app-shell.tsx';
import { rootRoute } from './root-route.tsx';
import { speakToMember } from './speak-to-member.ts';

/** Everything behind the door. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { goTo: location.href } });
    await speakToMember(me, context.queryClient);
    if (needsSecondFactor(me)) throw redirect({ to: '/second-factor', search: { goTo: location.href } });
    return { me };
  },
  component: AppShell,
});
