import type { ApiKeyScope } from '@ticket-pros/contracts/api-key';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { Asker } from './asker.ts';
import type { SignedInUser } from './find-session.ts';

/**
 * Who may ask at an address. Every route says so in its `config.access`; the API does not start with one that doesn't (guard-routes.ts).
 */
export type RouteAccess =
  | { who: 'anybody' }
  /** A person with a session, whether or not it has a place in an account. */
  | { who: 'signed in' }
  | {
      who: 'members';
      /** Left out: every role. */
      roles?: readonly MemberRole[];
      /** The scope with which an API key may ask here; left out, none may. */
      key?: ApiKeyScope;
      /** Who asks has to have proved within the last minutes who it is. */
      confirmed?: true;
      /** Also while an owner sees as another member, although it changes something. */
      whileSeeingAs?: true;
      /** Also before a second factor that the account requires was set up. */
      withoutSecondFactor?: true;
    };

/** A route as the guard knows it; the isolation sweep asks every one of them. */
export type GuardedRoute = { method: string; url: string; access: RouteAccess };

declare module 'fastify' {
  interface FastifyInstance {
    guardedRoutes: GuardedRoute[];
  }
  interface FastifyContextConfig {
    access?: RouteAccess;
  }
  interface FastifyRequest {
    /** Set before the handler runs, as the route's access asks for it. */
    asker: Asker | null;
    signedInUser: SignedInUser | null;
  }
}
