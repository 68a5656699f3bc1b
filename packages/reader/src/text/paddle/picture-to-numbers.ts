import type { GreyImage } from '../../image/grey-image.ts';
import type { Numbers } from './open-models.ts';

/** Per channel, what is taken off each pixel and by what the rest is divided, with white as 1. */
export type Scale = readonly { mean: number; deviation: number }[];

/** The models were trained on three colours; a grey picture is three times the same. */
export function pictureToNumbers({ data, width, height }: GreyImage, scale: Scale): Numbers {
  const pixels = width * height;
  const numbers = new Float32Array(scale.length * pixels);
  for (const [channel, { mean, deviation }] of scale.entries()) {
    const same = scale.findIndex((other) => other.mean === mean && other.deviation === deviation);
    if (same < channel) {
      numbers.copyWithin(channel * pixels, same * pixels, (same + 1) * pixels);
      continue;
    }
    const table = Float32Array.from({ length: 256 }, (_, grey) => (grey / 255 - mean) / deviation);
    const from = channel * pixels;
    for (let at = 0; at < pixels; at++) numbers[from + at] = table[data[at] ?? 0] ?? 0;
  }
  return { data: numbers, dims: [1, scale.length, height, width] };
}
