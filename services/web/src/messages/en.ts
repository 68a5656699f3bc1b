// biome-ignore-all lint/performance/noBarrelFile: this list is the catalogue; an area is a line here and one in es.ts
/** Every text on the screen, in English; the names of the areas are the first part of each key. */
export { accountSettings } from './en/account-settings.ts';
export { apiKeys } from './en/api-keys.ts';
export { audit } from './en/audit.ts';
export { camera } from './en/camera.ts';
export { capture } from './en/capture.ts';
export { devInbox } from './en/dev-inbox.ts';
export { common, states } from './en/every-page.ts';
export { failures } from './en/failures.ts';
export { fieldGroups, fields, ticketTypes } from './en/fields.ts';
export { forms } from './en/forms.ts';
export { install } from './en/install.ts';
export { join } from './en/join.ts';
export { joining } from './en/joining.ts';
export { myAccount } from './en/my-account.ts';
export { myTickets } from './en/my-tickets.ts';
export { outbox } from './en/outbox.ts';
export { passwords } from './en/passwords.ts';
export { people } from './en/people.ts';
export { privacyRequests } from './en/privacy-requests.ts';
export { problems } from './en/problems.ts';
export { rereadings } from './en/rereadings.ts';
export { review } from './en/review.ts';
export { seeingAs } from './en/seeing-as.ts';
export { selfApproval } from './en/self-approval.ts';
export { shell } from './en/shell.ts';
export { signIn } from './en/sign-in.ts';
export { tickets } from './en/tickets.ts';
