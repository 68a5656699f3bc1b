import { rebuildColorProfile } from '../color-profile/rebuild-color-profile.ts';
import { readName } from '../read-integer.ts';
import { nameBytes } from '../write-integer.ts';
import type { HeifProperty } from './heif-file.ts';
import { stripAv1, stripHevcConfiguration } from './strip-coded-picture.ts';

/** Properties of numbers alone: their lengths, version and flags included. */
const fixedLengths: Record<string, number> = { ispe: 12, irot: 1, imir: 1, clap: 32, pasp: 8, a1op: 1, lsel: 2 };
const mostChannels = 16;
export const alphaKinds = [
  'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha',
  'urn:mpeg:hevc:2015:auxid:1',
  'urn:mpeg:avc:2015:auxid:1',
];

/** What stays of a property: what decides how the picture looks, and none of it that could be text. Undefined: left out. */
export function keepProperty({ type, body }: HeifProperty): Uint8Array | undefined {
  const fixed = fixedLengths[type];
  if (fixed !== undefined) return body.length >= fixed ? body.subarray(0, fixed) : undefined;
  switch (type) {
    case 'hvcC':
      return stripHevcConfiguration(body).body;
    case 'av1C':
      return body.length < 4 ? undefined : Uint8Array.from([...body.subarray(0, 4), ...stripAv1(body.subarray(4))]);
    case 'colr':
      return keepColors(body);
    case 'pixi':
      return (body[4] ?? 0) <= mostChannels ? body.subarray(0, 5 + (body[4] ?? 0)) : undefined;
    case 'auxC': {
      const kind = alphaKind({ type, body });
      return kind === undefined ? undefined : Uint8Array.from([0, 0, 0, 0, ...nameBytes(`${kind}\0`)]);
    }
    default:
      return undefined;
  }
}

/** The name by which an auxiliary picture says that it is the transparency of another; undefined when it says otherwise. */
export function alphaKind({ type, body }: HeifProperty): string | undefined {
  if (type !== 'auxC') return undefined;
  return alphaKinds.find((kind) => body.length > kind.length + 4 && readName(body, 4, kind.length + 1) === `${kind}\0`);
}

function keepColors(body: Uint8Array): Uint8Array | undefined {
  if (body.length < 4) return undefined;
  const kind = readName(body, 0);
  if (kind === 'nclx') return body.length >= 11 ? body.subarray(0, 11) : undefined;
  if (kind !== 'prof' && kind !== 'rICC') return undefined;
  const profile = rebuildColorProfile(body.subarray(4));
  return profile && Uint8Array.from([...nameBytes(kind), ...profile]);
}
