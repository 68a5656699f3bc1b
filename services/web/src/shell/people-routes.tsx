import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readAddSearch } from '../people/add/add-search.ts';
import { readPeopleSearch } from '../people/people-search.ts';
import { signedInRoute } from './signed-in-route.tsx';

const peopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('../people/people-page.tsx'), 'PeoplePage'),
});

const memberRoute = createRoute({
  getParentRoute: () => peopleRoute,
  path: '$memberId',
  component: lazyRouteComponent(() => import('../people/member/member-page.tsx'), 'MemberPage'),
});

const addPeopleRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people/add',
  validateSearch: readAddSearch,
  component: lazyRouteComponent(() => import('../people/add/add-people-page.tsx'), 'AddPeoplePage'),
});

const invitationsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/people/invitations',
  component: lazyRouteComponent(() => import('../people/invitations/invitations-page.tsx'), 'InvitationsPage'),
});

/** Members, how they get in, and who was invited. */
export const peopleRoutes = [peopleRoute.addChildren([memberRoute]), addPeopleRoute, invitationsRoute] as const;
