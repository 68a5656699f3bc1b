import { collectBytes } from '../collect-bytes.ts';
import { ImageFormatError } from '../image-format-error.ts';
import type { HeifFile, HeifItem, HeifReference } from './heif-file.ts';
import { keepProperty } from './keep-property.ts';
import type { HeifPicture } from './select-picture.ts';
import { stripAv1, stripGrid, stripHevc, stripHevcConfiguration, stripOverlay } from './strip-coded-picture.ts';
import { type KeptProperty, writeHeif } from './write-heif.ts';

/** Brands that say how a still picture is laid out; others are names of makers. */
const knownBrands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'mif2', 'miaf', 'MiHB', 'avif', 'MA1A', 'MA1B']);

/**
 * A HEIC or AVIF of the same picture, written anew from what makes it: its coded tiles without the messages between them, how they
 * are put together, size, turning, cropping and colours. Everything else in the file is left out.
 */
export function stripHeif(bytes: Uint8Array, file: HeifFile, picture: HeifPicture): Uint8Array<ArrayBuffer> {
  const { items, references, mediaType } = picture;
  // Stretches may overlap, by which few bytes could become many.
  let left = bytes.length;
  const data = items.map((item) => {
    const own = readItem(bytes, item, left);
    left -= own.length;
    return stripItem(file, item, references, own);
  });
  const properties = keepProperties(file, items);
  const major = mediaType === 'image/heic' ? 'heic' : 'avif';
  const brands = file.brands.filter((brand) => knownBrands.has(brand));
  const isNamed = /^(hei[cxms]|avif)$/.test(file.brands[0] ?? '');
  return writeHeif({
    brands: [...new Set(isNamed ? brands : [major, ...brands, 'mif1'])],
    primaryId: file.primaryId,
    items: items.map((item, index) => ({
      id: item.id,
      type: item.type,
      isHidden: item.isHidden,
      isInMeta: item.place?.isInMeta ?? false,
      properties: item.properties,
      data: data[index] ?? new Uint8Array(),
    })),
    references,
    properties,
  });
}

function readItem(bytes: Uint8Array, item: HeifItem, most: number): Uint8Array {
  if (item.place === undefined) {
    if (item.type === 'iden') return new Uint8Array();
    throw new ImageFormatError('image_damaged', 'The data of the picture is not there.');
  }
  const data = collectBytes(0);
  let length = 0;
  for (const { start, end } of item.place.extents) {
    length += end - start;
    if (length > most) throw new ImageFormatError('image_damaged', 'The picture has more data than the file.');
    data.add(bytes.subarray(start, end));
  }
  return data.toBytes();
}

function stripItem(file: HeifFile, item: HeifItem, references: HeifReference[], data: Uint8Array): Uint8Array {
  const parts = references.find(({ type, from }) => type === 'dimg' && from === item.id)?.to.length ?? 0;
  switch (item.type) {
    case 'hvc1': {
      const configuration = item.properties
        .map(({ index }) => file.properties[index])
        .find((one) => one?.type === 'hvcC');
      if (configuration === undefined) throw new ImageFormatError('image_damaged', 'The picture has no configuration.');
      return stripHevc(data, stripHevcConfiguration(configuration.body).lengthSize);
    }
    case 'av01':
      return stripAv1(data);
    case 'grid':
      return stripGrid(data, parts);
    case 'iovl':
      return stripOverlay(data, parts);
    default:
      return new Uint8Array();
  }
}

/** What stays of the properties that the items have, by their old index. */
function keepProperties(file: HeifFile, items: readonly HeifItem[]): Map<number, KeptProperty> {
  const used = new Map<number, boolean>();
  for (const item of items) {
    for (const { index, isEssential } of item.properties) used.set(index, isEssential || used.get(index) === true);
  }
  const kept = new Map<number, KeptProperty>();
  for (const [index, isEssential] of [...used].sort(([one], [other]) => one - other)) {
    const property = file.properties[index];
    const body = property && keepProperty(property);
    if (property !== undefined && body !== undefined) kept.set(index, { type: property.type, body });
    else if (isEssential)
      throw new ImageFormatError('unsupported_image', 'The picture needs something we do not know.');
  }
  return kept;
}
