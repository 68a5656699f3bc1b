import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { ApiSettings } from '@ticket-pros/config/api-settings';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { guardRoutes } from './access/guard-routes.ts';
import { changeAccount } from './account/change-account.route.ts';
import { foundAnotherAccount } from './account/found-account.route.ts';
import { showAccount } from './account/show-account.route.ts';
import { listApiKeys } from './api-keys/list-api-keys.route.ts';
import { makeApiKey } from './api-keys/make-api-key.route.ts';
import { revokeApiKey } from './api-keys/revoke-api-key.route.ts';
import type { Api, ApiParts } from './api-parts.ts';
import { exportAudit } from './audit/export-audit.route.ts';
import { listAudit } from './audit/list-audit.route.ts';
import { showDevMails } from './dev-inbox/show-dev-mails.routes.ts';
import { exportTickets } from './exports/export-tickets.routes.ts';
import { answerHealth } from './health/answer-health.routes.ts';
import { inviteInBulk } from './invitations/invite-in-bulk.routes.ts';
import { listInvitations } from './invitations/list-invitations.route.ts';
import { makeInvitation } from './invitations/make-invitation.route.ts';
import { revokeInvitation } from './invitations/revoke-invitation.route.ts';
import { confirmSignUp } from './joining/confirm-sign-up.route.ts';
import { joinAccount } from './joining/join-account.route.ts';
import { lookAtInvitation } from './joining/look-at-invitation.route.ts';
import { signUp } from './joining/sign-up.route.ts';
import { forgetForm } from './learning/forget-form.route.ts';
import { listForms } from './learning/list-forms.route.ts';
import { showWouldChange } from './learning/show-would-change.route.ts';
import { streamEvents } from './live/stream-events.route.ts';
import { changeMe } from './me/change-me.route.ts';
import { choosePlace } from './me/choose-place.route.ts';
import { showMe } from './me/show-me.route.ts';
import { addNamedMember } from './members/add-named-member.route.ts';
import { changeMemberRoute } from './members/change-member.route.ts';
import { deactivateMember } from './members/deactivate-member.routes.ts';
import { handOverTickets } from './members/hand-over-tickets.route.ts';
import { listMembers } from './members/list-members.route.ts';
import { resetMemberPassword } from './members/reset-member-password.route.ts';
import { resetSecondFactor } from './members/reset-second-factor.route.ts';
import { seeAsMemberRoutes } from './members/see-as-member.routes.ts';
import { showMember } from './members/show-member.route.ts';
import { answerClientError, answerFrameworkError } from './plugins/answer-broken-requests.ts';
import { answerErrors } from './plugins/answer-errors.ts';
import { describeApi } from './plugins/describe-api.ts';
import { limitRequests } from './plugins/limit-requests.ts';
import { logRequests } from './plugins/log-requests.ts';
import { refuseForeignOrigins } from './plugins/refuse-foreign-origins.ts';
import { sendSecurityHeaders } from './plugins/send-security-headers.ts';
import { serveWeb } from './plugins/serve-web.ts';
import { answerPrivacyRequestRoute } from './privacy/answer-privacy-request.route.ts';
import { filePrivacyRequestRoute } from './privacy/file-privacy-request.route.ts';
import { listPrivacyRequests } from './privacy/list-privacy-requests.route.ts';
import { looksRight } from './read-back/looks-right.route.ts';
import { resubmitTicket } from './read-back/resubmit-ticket.route.ts';
import { askForRereading } from './rereadings/ask-for-rereading.route.ts';
import { listRereadings } from './rereadings/list-rereadings.route.ts';
import { stopRereading } from './rereadings/stop-rereading.route.ts';
import { correctValues } from './review/correct-values.route.ts';
import { decideTicket } from './review/decide-ticket.routes.ts';
import { findNextTicket } from './review/find-next-ticket.route.ts';
import { readAgain } from './review/read-again.route.ts';
import { changeSelfApproval } from './self-approval/change-self-approval.route.ts';
import { showSelfApproval } from './self-approval/show-self-approval.route.ts';
import { confirmSessionRoute } from './sign-in/confirm-session.route.ts';
import { listSessions } from './sign-in/list-sessions.routes.ts';
import { mountAuth } from './sign-in/mount-auth.ts';
import { showServer } from './sign-in/show-server.route.ts';
import { countTickets } from './tickets/count-tickets.route.ts';
import { listTickets } from './tickets/list-tickets.route.ts';
import { showImage } from './tickets/show-image.route.ts';
import { showTicket } from './tickets/show-ticket.route.ts';
import { uploadTicket } from './tickets/upload-ticket.route.ts';
import { receiveUploads } from './uploads/receive-uploads.routes.ts';

type AppSettings = Pick<
  ApiSettings,
  | 'PUBLIC_URL'
  | 'WEB_FOLDER'
  | 'SERVICE_WORKER'
  | 'TLS_CERTIFICATE_FILE'
  | 'TLS_KEY_FILE'
  | 'TRUSTED_PROXIES'
  | 'DEMO_PASSWORD'
  | 'NODE_ENV'
  | 'mail'
>;

/** Uploads over a weak signal take long; a phone that stalls for longer than this starts again. */
const longestRequestMs = 15 * 60_000;

/** Builds the API over its open connections; the caller listens and closes. */
export async function buildApp(settings: AppSettings, parts: ApiParts, logger: Logger): Promise<Api> {
  const app = createServer(settings, logger);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerErrors(app);
  logRequests(app);
  refuseForeignOrigins(app, settings.PUBLIC_URL);
  await sendSecurityHeaders(app, { https: new URL(settings.PUBLIC_URL).protocol === 'https:' });
  await limitRequests(app);
  await describeApi(app, { sessionCookie: (await parts.auth.$context).authCookies.sessionToken.name });

  guardRoutes(app, parts, ['/*']);
  mountAuth(app, parts.auth, settings.PUBLIC_URL);
  showMe(app, parts);
  showDevMails(app, settings.mail);
  showServer(app, {
    demoPassword: settings.NODE_ENV === 'production' ? undefined : settings.DEMO_PASSWORD,
    devInbox: settings.mail.folder !== null,
  });

  await uploadTicket(app, parts);
  await receiveUploads(app, parts);
  listTickets(app, parts);
  countTickets(app, parts);
  showTicket(app, parts);
  showImage(app, parts);

  correctValues(app, parts);
  decideTicket(app, parts);
  readAgain(app, parts);
  looksRight(app, parts);
  resubmitTicket(app, parts);
  showWouldChange(app, parts);
  listForms(app, parts);
  forgetForm(app, parts);
  askForRereading(app, parts);
  listRereadings(app, parts);
  stopRereading(app, parts);
  showSelfApproval(app, parts);
  changeSelfApproval(app, parts);
  findNextTicket(app, parts);

  listMembers(app, parts);
  showMember(app, parts);
  addNamedMember(app, parts);
  changeMemberRoute(app, parts);
  deactivateMember(app, parts);
  handOverTickets(app, parts);
  resetMemberPassword(app, parts);
  resetSecondFactor(app, parts);
  seeAsMemberRoutes(app, parts);

  changeMe(app, parts);
  choosePlace(app, parts);
  confirmSessionRoute(app, parts);
  listSessions(app, parts);

  showAccount(app, parts);
  changeAccount(app, parts);
  foundAnotherAccount(app, parts);

  listInvitations(app, parts);
  makeInvitation(app, parts);
  revokeInvitation(app, parts);
  inviteInBulk(app, parts);

  lookAtInvitation(app, parts);
  joinAccount(app, parts);
  signUp(app, parts);
  confirmSignUp(app, parts);

  listAudit(app, parts);
  exportAudit(app, parts);

  listApiKeys(app, parts);
  makeApiKey(app, parts);
  revokeApiKey(app, parts);

  listPrivacyRequests(app, parts);
  filePrivacyRequestRoute(app, parts);
  answerPrivacyRequestRoute(app, parts);

  exportTickets(app, parts);
  streamEvents(app, parts);
  answerHealth(app, parts);
  await serveWeb(app, settings);
  return app;
}

function createServer(settings: AppSettings, logger: FastifyBaseLogger): Api {
  const { TLS_CERTIFICATE_FILE: cert, TLS_KEY_FILE: key } = settings;
  const secure =
    cert === undefined || key === undefined ? undefined : { cert: readFileSync(cert), key: readFileSync(key) };
  return Fastify({
    // One type for both protocols: routes never look below Fastify's own request and reply.
    serverFactory: (handler, options) => {
      const server =
        secure === undefined
          ? createHttpServer(options, handler)
          : createHttpsServer({ ...options, ...secure }, handler);
      server.requestTimeout = longestRequestMs;
      return server;
    },
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: 1024 * 1024,
    trustProxy: (_address, hop) => hop < settings.TRUSTED_PROXIES,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: true,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerClientError,
  }).withTypeProvider<ZodTypeProvider>();
}
