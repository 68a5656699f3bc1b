import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { privacyPages } from '@ticket-pros/contracts/privacy-request';
import { readAuditSearch } from '../audit/audit-search.ts';
import { OwnersOnly } from './owners-only.tsx';
import { signedInRoute } from './signed-in-route.tsx';

/** What owners alone manage; everybody else is told so at these addresses. */
const ownersRoute = createRoute({ getParentRoute: () => signedInRoute, id: 'owners', component: OwnersOnly });

const accountRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
});

const selfApprovalRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: '/approval',
  component: lazyRouteComponent(() => import('../self-approval/self-approval-page.tsx'), 'SelfApprovalPage'),
});

const formsRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: '/forms',
  component: lazyRouteComponent(() => import('../forms/forms-page.tsx'), 'FormsPage'),
});

const auditRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: '/api-keys',
  component: lazyRouteComponent(() => import('../api-keys/api-keys-page.tsx'), 'ApiKeysPage'),
});

const privacyRequestsRoute = createRoute({
  getParentRoute: () => ownersRoute,
  path: privacyPages.answer,
  component: lazyRouteComponent(() => import('../privacy-requests/privacy-requests-page.tsx'), 'PrivacyRequestsPage'),
});

/** Settings of the account, what approves itself, learned forms, the log, the keys, and the privacy requests of members. */
export const ownerRoutes = ownersRoute.addChildren([
  accountRoute,
  selfApprovalRoute,
  formsRoute,
  auditRoute,
  apiKeysRoute,
  privacyRequestsRoute,
]);
