import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { readInboxSearch } from '../dev-inbox/read-inbox-search.ts';
import { ReviewNextPage } from '../review/review-next-page.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { meQuery } from '../sign-in/me-query.ts';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { readListSearch } from '../tickets/list-search.ts';
import { TicketsPage } from '../tickets/tickets-page.tsx';
import { AppShell } from './app-shell.tsx';
import { CrashNotice } from './crash-notice.tsx';
import { NotFound } from './not-found.tsx';
import { speakToMember } from './speak-to-member.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: CrashNotice,
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { goTo?: string } =>
    typeof search.goTo === 'string' ? { goTo: search.goTo } : {},
  component: SignInPage,
});

/** For whoever works on this machine; nobody else has to load it. */
const devInboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../dev-inbox/dev-inbox-page.tsx'), 'DevInboxPage'),
});

/** Everything behind the door. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me === null) throw redirect({ to: '/sign-in', search: { goTo: location.href } });
    await speakToMember(me);
    return { me };
  },
  component: AppShell,
});

const frontRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  beforeLoad: ({ context }) => {
    if (context.me.member.role === 'crew') throw redirect({ href: '/capture', reloadDocument: true });
    throw redirect({ to: '/tickets' });
  },
});

const ticketsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tickets',
  validateSearch: readListSearch,
  component: TicketsPage,
});

const reviewNextRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/review',
  component: ReviewNextPage,
});

const reviewRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/review/$ticketId',
  component: ReviewPage,
});

/** Every other address; within the frame, so that the ways to the pages that exist are there. */
const unknownRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '$',
  component: NotFound,
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  devInboxRoute,
  signedInRoute.addChildren([frontRoute, ticketsRoute, reviewNextRoute, reviewRoute, unknownRoute]),
]);

/** The addresses of the office. */
export function createOfficeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // What scrolls inside a page starts at its top on a new page.
    scrollToTopSelectors: ['#content', '#fields'],
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createOfficeRouter>;
  }
}
