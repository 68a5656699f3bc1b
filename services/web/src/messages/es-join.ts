// biome-ignore-all lint/performance/noBarrelFile: the part of the catalogue that the page behind an invitation loads
/** The areas that the page behind an invitation shows, in Spanish. */
export { common } from './es/every-page.ts';
export { join } from './es/join.ts';
export { passwords } from './es/passwords.ts';
export { problems } from './es/problems.ts';
