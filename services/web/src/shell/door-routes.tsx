import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { signInPages } from '@ticket-pros/contracts/sign-in';
import { ConfirmPage } from '../joining/confirm-page.tsx';
import { SignUpPage } from '../joining/sign-up-page.tsx';
import { ConfirmEmailPage } from '../sign-in/confirm-email-page.tsx';
import { ForgotPasswordPage } from '../sign-in/forgot-password-page.tsx';
import { ResetPasswordPage } from '../sign-in/reset-password-page.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { rootRoute } from './root-route.tsx';

type GoTo = { goTo?: string };

function readGoTo(search: Record<string, unknown>): GoTo {
  return typeof search.goTo === 'string' ? { goTo: search.goTo } : {};
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  /** `ended`: there was a session, and it is over. */
  validateSearch: (search: Record<string, unknown>): GoTo & { ended?: boolean } => ({
    ...readGoTo(search),
    ...(search.ended === true ? { ended: true } : {}),
  }),
  component: SignInPage,
});

const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: signInPages.forgotPassword,
  component: ForgotPasswordPage,
});

const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: signInPages.resetPassword,
  component: ResetPasswordPage,
});

const confirmEmailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: signInPages.confirmEmail,
  component: ConfirmEmailPage,
});

const signUpRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sign-up', component: SignUpPage });

const confirmRoute = createRoute({ getParentRoute: () => rootRoute, path: '/confirm', component: ConfirmPage });

const secondFactorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/second-factor',
  validateSearch: readGoTo,
  component: lazyRouteComponent(() => import('../my-account/second-factor-needed-page.tsx'), 'SecondFactorNeededPage'),
});

/** The pages that people see before they are inside. */
export const doorRoutes = [
  signInRoute,
  forgotPasswordRoute,
  resetPasswordRoute,
  confirmEmailRoute,
  signUpRoute,
  confirmRoute,
  secondFactorRoute,
] as const;
