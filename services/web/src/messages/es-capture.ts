// biome-ignore-all lint/performance/noBarrelFile: the part of the catalogue that the phone's page loads
/** The areas that the capture page shows, in Spanish. */
export { camera } from './es/camera.ts';
export { capture } from './es/capture.ts';
export { common } from './es/every-page.ts';
export { failures } from './es/failures.ts';
export { fields } from './es/fields.ts';
export { install } from './es/install.ts';
export { myTickets } from './es/my-tickets.ts';
export { outbox } from './es/outbox.ts';
export { problems } from './es/problems.ts';
export { seeingAs } from './es/seeing-as.ts';
