import { join } from 'node:path';
import sharp from 'sharp';

/** Draws the icons of the installed app that differ from the mark in a square: node e2e/draw-icons.ts [folder] */
const [folder = 'services/web/public'] = process.argv.slice(2);

const accent = '#0f6b66';
/** The mark of services/web/src/identity/mark.tsx, 32 units wide. */
const ticket =
  'M6 4h20a4 4 0 0 1 4 4v4.2a4 4 0 0 0 0 7.6V24a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4v-4.2a4 4 0 0 0 0-7.6V8a4 4 0 0 1 4-4z';
const tick = 'd="m10.4 16.6 4 4 7.4-8.6" fill="none" stroke-width="3.4" stroke-linecap="round" stroke-linejoin="round"';
const line = 'fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

const icons = {
  // Launchers cut any shape out of it that holds the middle 80 %.
  'icon-maskable-512': { size: 512, drawing: `${background()}${placed(0.62, whiteMark())}` },
  // Launchers colour what is drawn; the tick is a hole.
  'icon-monochrome-512': { size: 512, drawing: placed(0.86, punchedMark()) },
  'shortcut-camera-192': { size: 192, drawing: `${disc()}${placed(0.55, camera())}` },
  'shortcut-tickets-192': { size: 192, drawing: `${disc()}${placed(0.55, list())}` },
};

for (const [name, { size, drawing }] of Object.entries(icons)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${drawing}</svg>`;
  await sharp(Buffer.from(svg))
    .png({ palette: true })
    .toFile(join(folder, `${name}.png`));
}

function background(): string {
  return `<path fill="${accent}" d="M0 0h32v32H0z"/>`;
}

function disc(): string {
  return `<circle cx="16" cy="16" r="15" fill="${accent}"/>`;
}

/** A drawing of 32 units, made smaller, in the middle. */
function placed(scale: number, drawing: string): string {
  const margin = 16 * (1 - scale);
  return `<g transform="translate(${margin} ${margin}) scale(${scale})">${drawing}</g>`;
}

function whiteMark(): string {
  return `<path fill="#fff" d="${ticket}"/><path stroke="${accent}" ${tick}/>`;
}

function punchedMark(): string {
  return `<mask id="m"><path fill="#fff" d="${ticket}"/><path stroke="#000" ${tick}/></mask><path mask="url(#m)" d="M0 0h32v32H0z"/>`;
}

function camera(): string {
  return `<path ${line} d="M5 10h4.5l2.5-4h8l2.5 4H27a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V12a2 2 0 0 1 2-2z"/><circle cx="16" cy="17" r="5" ${line}/>`;
}

function list(): string {
  return `<path ${line} d="M12 8h16M12 16h16M12 24h16M4.5 8h.01M4.5 16h.01M4.5 24h.01"/>`;
}
