import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Fonts on the tickets, from the @fontsource packages: package name, weight. The family is the name in words. */
const fonts: readonly (readonly [family: string, packageName: string, weight: number])[] = [
  ['Libre Franklin', 'libre-franklin', 400],
  ['Libre Franklin', 'libre-franklin', 700],
  ['Archivo Narrow', 'archivo-narrow', 400],
  ['Archivo Narrow', 'archivo-narrow', 700],
  ['Zilla Slab', 'zilla-slab', 400],
  ['Zilla Slab', 'zilla-slab', 700],
  ['Alfa Slab One', 'alfa-slab-one', 400],
  ['Oswald', 'oswald', 400],
  ['Oswald', 'oswald', 600],
  ['Courier Prime', 'courier-prime', 400],
  ['Courier Prime', 'courier-prime', 700],
  ['Special Elite', 'special-elite', 400],
  ['VT323', 'vt323', 400],
  ['Share Tech Mono', 'share-tech-mono', 400],
  ['Caveat', 'caveat', 600],
  ['Kalam', 'kalam', 400],
  ['Patrick Hand', 'patrick-hand', 400],
  ['Nothing You Could Do', 'nothing-you-could-do', 400],
  ['Mrs Saint Delafield', 'mrs-saint-delafield', 400],
  ['Anton', 'anton', 400],
  ['Roboto Condensed', 'roboto-condensed', 400],
  ['Roboto Condensed', 'roboto-condensed', 700],
  ['Tinos', 'tinos', 400],
  ['Tinos', 'tinos', 700],
  ['Doto', 'doto', 900],
  ['IBM Plex Mono', 'ibm-plex-mono', 400],
  ['Inconsolata', 'inconsolata', 500],
  ['Architects Daughter', 'architects-daughter', 400],
  ['Covered By Your Grace', 'covered-by-your-grace', 400],
  ['Gochi Hand', 'gochi-hand', 400],
  ['Indie Flower', 'indie-flower', 400],
  ['Nanum Pen Script', 'nanum-pen-script', 400],
  ['Reenie Beanie', 'reenie-beanie', 400],
  ['Shadows Into Light', 'shadows-into-light', 400],
];

/** The style sheet that all tickets share, with the fonts inside it, so that the page asks for nothing. */
export async function pageStyle(): Promise<string> {
  const faces = await Promise.all(fonts.map(([family, packageName, weight]) => fontFace(family, packageName, weight)));
  return `${faces.join('\n')}${shared}`;
}

async function fontFace(family: string, packageName: string, weight: number): Promise<string> {
  const file = `@fontsource/${packageName}/files/${packageName}-latin-${weight}-normal.woff2`;
  const data = await readFile(createRequire(import.meta.url).resolve(file), 'base64');
  const source = `url(data:font/woff2;base64,${data}) format('woff2')`;
  return `@font-face { font-family: '${family}'; font-weight: ${weight}; src: ${source}; }`;
}

const shared = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html, body { background: transparent; }
#ticket { position: relative; overflow: hidden; color: #1c1c1e; font-family: 'Libre Franklin'; --ink: #1b2f7d; }
.row { display: flex; }
.grow { flex: 1; }
.right { text-align: right; }
.center { text-align: center; }
.box { border: 1.5px solid var(--rule, #333); position: relative; }
.box > label, td > label { display: block; font: 400 9.5px/1.2 'Archivo Narrow'; letter-spacing: .04em;
  color: var(--label, #333); padding: 3px 5px 0; text-transform: uppercase; }
.box > .printed, .box > .handwritten { display: inline-block; margin: 3px 8px 4px; }
table { border-collapse: collapse; width: 100%; }
td, th { border: 1.2px solid var(--rule, #333); padding: 3px 6px; vertical-align: middle; }
th { font: 700 10.5px/1.3 'Archivo Narrow'; letter-spacing: .05em; text-transform: uppercase; }
.printed { font: 400 16px/1 'Courier Prime'; white-space: nowrap; display: inline-block; }
.handwritten { font: 600 27px/1 var(--hand, 'Caveat'); color: var(--ink); white-space: nowrap; display: inline-block; }
.handwritten .stroke { display: inline-block; transform-origin: 0 60%; }
.handwritten i { display: inline-block; font-style: normal; }
.signature { font: 400 54px/1 'Mrs Saint Delafield'; color: var(--ink); white-space: nowrap; display: inline-block; }
.number { font: 700 27px/1 'Zilla Slab'; color: #b4232a; letter-spacing: .04em; white-space: nowrap;
  font-variant-numeric: lining-nums; display: inline-block; }
.number .printed { font: inherit; color: inherit; }
.fine { font: 400 9px/1.35 'Archivo Narrow'; color: var(--label, #444); }
.smudge { position: absolute; border-radius: 50%; pointer-events: none; filter: blur(5px); }
`;
