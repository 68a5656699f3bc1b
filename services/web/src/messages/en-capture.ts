// biome-ignore-all lint/performance/noBarrelFile: the part of the catalogue that the phone's page loads
/** The areas that the capture page shows, in English. */
export { camera } from './en/camera.ts';
export { capture } from './en/capture.ts';
export { common } from './en/every-page.ts';
export { failures } from './en/failures.ts';
export { fields } from './en/fields.ts';
export { install } from './en/install.ts';
export { myTickets } from './en/my-tickets.ts';
export { outbox } from './en/outbox.ts';
export { problems } from './en/problems.ts';
export { seeingAs } from './en/seeing-as.ts';
