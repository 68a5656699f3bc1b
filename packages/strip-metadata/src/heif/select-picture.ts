import { ImageFormatError } from '../image-format-error.ts';
import type { HeifFile, HeifItem, HeifReference } from './heif-file.ts';
import { alphaKind } from './keep-property.ts';

export type HeifPicture = { items: HeifItem[]; references: HeifReference[]; mediaType: 'image/heic' | 'image/avif' };

const codedTypes: Record<string, HeifPicture['mediaType']> = { hvc1: 'image/heic', av01: 'image/avif' };
const derivedTypes = new Set(['grid', 'iovl', 'iden']);

/**
 * The items that the main picture is made of, itself included: its tiles, and its transparency. Other pictures of the file (thumbnails,
 * depth, further shots) and all metadata are not among them. Throws `ImageFormatError` where it is made of something that we
 * don't know.
 */
export function selectPicture(file: HeifFile): HeifPicture {
  const alphas = new Map<number, number[]>();
  const parts = new Map<number, number[]>();
  for (const { type, from, to } of file.references) {
    if (type === 'dimg') parts.set(from, to);
    if (type === 'auxl' && isAlpha(file, from)) for (const id of to) alphas.set(id, [...(alphas.get(id) ?? []), from]);
  }
  const kept = new Set<number>();
  const waiting = [file.primaryId];
  let mediaType: HeifPicture['mediaType'] | undefined;
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (kept.has(id)) continue;
    const item = file.items.get(id);
    if (item === undefined) throw new ImageFormatError('image_damaged', 'A part of the picture is missing.');
    const coded = codedTypes[item.type];
    if ((coded === undefined && !derivedTypes.has(item.type)) || item.isProtected) {
      throw new ImageFormatError('unsupported_image', 'The picture is of a kind that we do not take.');
    }
    mediaType ??= coded;
    if (coded !== undefined && coded !== mediaType) {
      throw new ImageFormatError('unsupported_image', 'The picture is made of two kinds.');
    }
    kept.add(id);
    if (coded === undefined) waiting.push(...(parts.get(id) ?? []));
    waiting.push(...(alphas.get(id) ?? []));
  }
  if (mediaType === undefined) throw new ImageFormatError('image_damaged', 'The picture is made of nothing.');
  return {
    items: [...file.items.values()].filter(({ id }) => kept.has(id)),
    references: file.references.flatMap((reference) => keepReference(file, reference, kept)),
    mediaType,
  };
}

function keepReference(file: HeifFile, reference: HeifReference, kept: ReadonlySet<number>): HeifReference[] {
  const { type, from } = reference;
  const isPicture = type === 'dimg' && derivedTypes.has(file.items.get(from)?.type ?? '');
  if (!kept.has(from) || !(isPicture || type === 'auxl' || type === 'prem')) return [];
  const to = reference.to.filter((id) => kept.has(id));
  return to.length === 0 ? [] : [{ type, from, to }];
}

function isAlpha(file: HeifFile, id: number): boolean {
  const properties = file.items.get(id)?.properties ?? [];
  return properties.some(({ index }) => {
    const property = file.properties[index];
    return property !== undefined && alphaKind(property) !== undefined;
  });
}
