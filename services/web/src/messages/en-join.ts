// biome-ignore-all lint/performance/noBarrelFile: the part of the catalogue that the page behind an invitation loads
/** The areas that the page behind an invitation shows, in English. */
export { common } from './en/every-page.ts';
export { join } from './en/join.ts';
export { passwords } from './en/passwords.ts';
export { problems } from './en/problems.ts';
