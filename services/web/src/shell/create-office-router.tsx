import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { signInPages } from '@ticket-pros/contracts/sign-in';
import { readInboxSearch } from '../dev-inbox/read-inbox-search.ts';
import { ReviewNextPage } from '../review/review-next-page.tsx';
import { ReviewPage } from '../review/review-page.tsx';
import { readListSearch } from '../tickets/list-search.ts';
import { TicketsPage } from '../tickets/tickets-page.tsx';
import { doorRoutes } from './door-routes.tsx';
import { NotFound } from './not-found.tsx';
import { ownerRoutes } from './owner-routes.tsx';
import { peopleRoutes } from './people-routes.tsx';
import { rootRoute } from './root-route.tsx';
import { signedInRoute } from './signed-in-route.tsx';

/** For whoever works on this machine; nobody else has to load it. */
const devInboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dev/inbox',
  validateSearch: readInboxSearch,
  component: lazyRouteComponent(() => import('../dev-inbox/dev-inbox-page.tsx'), 'DevInboxPage'),
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

const rereadingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tickets/read-again',
  beforeLoad: ({ context }) => {
    if (context.me.member.role === 'crew') throw redirect({ to: '/tickets' });
  },
  component: lazyRouteComponent(() => import('../rereadings/rereadings-page.tsx'), 'RereadingsPage'),
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

const myAccountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: signInPages.security,
  component: lazyRouteComponent(() => import('../my-account/my-account-page.tsx'), 'MyAccountPage'),
});

const routeTree = rootRoute.addChildren([
  ...doorRoutes,
  devInboxRoute,
  signedInRoute.addChildren([
    frontRoute,
    ticketsRoute,
    rereadingsRoute,
    reviewNextRoute,
    reviewRoute,
    ...peopleRoutes,
    ownerRoutes,
    myAccountRoute,
    unknownRoute,
  ]),
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
