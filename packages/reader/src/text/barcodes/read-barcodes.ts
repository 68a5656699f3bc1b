import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, type ReaderOptions, readBarcodes as readSymbols } from 'zxing-wasm/reader';
import type { GreyImage, Quad } from '../../image/grey-image.ts';
import { halveImage } from '../../image/halve-image.ts';
import { shrinkImage } from '../../image/shrink-image.ts';

/** A bar code or QR code: what it says, and where it stands on the upright photo, clockwise from its own top left corner. */
export type Barcode = { text: string; format: string; quad: Quad };

/** Photos are halved as long as their long side keeps this many pixels; the thinnest bars of a letter page then keep about two. */
const leastLongSide = 1600;
/** The squares of a QR code are wider than bars, and looking for them costs more. */
const squaresLongSide = 1400;
const options = { tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: false, maxNumberOfSymbols: 8 };
const bars: ReaderOptions = { ...options, formats: ['Code128', 'Code39', 'ITF', 'Codabar', 'EANUPC', 'PDF417'] };
const squares: ReaderOptions = { ...options, formats: ['QRCode', 'DataMatrix'] };
/** Shorter ones are print taken for bars. */
const leastSigns = 4;

let ready: Promise<unknown> | null = null;

/**
 * The bar codes and QR codes of an upright photo, whichever way they lie. ZXing-C++ in WebAssembly, loaded from its package with the
 * first photo; a photo of 12 megapixels costs about a tenth of a second.
 */
export async function readBarcodes(photo: GreyImage): Promise<Barcode[]> {
  ready ??= loadReader();
  await ready;
  let large = photo;
  while (Math.max(large.width, large.height) >= 2 * leastLongSide) large = halveImage(large);
  const found = await lookFor(large, photo, bars);
  return [...found, ...(await lookFor(shrinkImage(large, squaresLongSide), photo, squares))];
}

async function loadReader(): Promise<void> {
  const path = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  // bytes of its own: with a path the package would fetch it
  const wasmBinary = Uint8Array.from(await readFile(path)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

async function lookFor(image: GreyImage, photo: GreyImage, wanted: ReaderOptions): Promise<Barcode[]> {
  // of grey pictures the package takes files alone; this one is a header before the pixels (binary PGM)
  const file = Buffer.concat([Buffer.from(`P5\n${image.width} ${image.height}\n255\n`, 'latin1'), image.data]);
  const [across, down] = [photo.width / image.width, photo.height / image.height];
  const place = ({ x, y }: { x: number; y: number }) => ({ x: x * across, y: y * down });
  const symbols = await readSymbols(file, wanted);
  return symbols
    .filter(({ isValid, text }) => isValid && text.length >= leastSigns)
    .map(({ text, format, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      text,
      format,
      quad: [place(topLeft), place(topRight), place(bottomRight), place(bottomLeft)],
    }));
}
