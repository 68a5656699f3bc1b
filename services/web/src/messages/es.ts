// biome-ignore-all lint/performance/noBarrelFile: this list is the catalogue; an area is a line here and one in en.ts
/**
 * Every text on the screen, in Spanish as crews and clerks in the United States and Mexico use it. The reader is «tú», in
 * instructions too («Toma la foto»). One word for one thing, everywhere:
 *
 *   account cuenta · amount importe · API key clave de API · approve aprobar · audit log registro · below debajo ·
 *   blank en blanco · branch rama · capture capturar · company on a ticket compañía · company as customer empresa ·
 *   crew cuadrilla · driver chofer · doubtful, to check dudoso · e-mail correo · form (printed) formato · gross/tare/net bruto/tara/neto ·
 *   hand over pasar · invitation invitación · job trabajo · line item renglón · link enlace · load carga ·
 *   member miembro · office oficina · owner dueño · passkey llave de acceso · password contraseña · phone teléfono ·
 *   photo foto · privacy request petición · quantity cantidad · rate tarifa · reject rechazar · report to reportar a ·
 *   review revisar, revisión · revoke revocar · role función · row fila · scale ticket ticket de báscula ·
 *   second factor segundo factor · send enviar · sign in/out iniciar/cerrar sesión · sign-in name nombre de usuario ·
 *   signal señal · spot check verificación al azar · ticket ticket · trailer remolque · truck camión · unreadable ilegible · value valor
 */
export { accountSettings } from './es/account-settings.ts';
export { apiKeys } from './es/api-keys.ts';
export { audit } from './es/audit.ts';
export { camera } from './es/camera.ts';
export { capture } from './es/capture.ts';
export { devInbox } from './es/dev-inbox.ts';
export { common, states } from './es/every-page.ts';
export { failures } from './es/failures.ts';
export { fieldGroups, fields, ticketTypes } from './es/fields.ts';
export { forms } from './es/forms.ts';
export { install } from './es/install.ts';
export { join } from './es/join.ts';
export { joining } from './es/joining.ts';
export { myAccount } from './es/my-account.ts';
export { myTickets } from './es/my-tickets.ts';
export { outbox } from './es/outbox.ts';
export { passwords } from './es/passwords.ts';
export { people } from './es/people.ts';
export { privacyRequests } from './es/privacy-requests.ts';
export { problems } from './es/problems.ts';
export { rereadings } from './es/rereadings.ts';
export { review } from './es/review.ts';
export { seeingAs } from './es/seeing-as.ts';
export { selfApproval } from './es/self-approval.ts';
export { shell } from './es/shell.ts';
export { signIn } from './es/sign-in.ts';
export { tickets } from './es/tickets.ts';
