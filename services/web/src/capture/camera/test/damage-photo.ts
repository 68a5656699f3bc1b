import sharp from 'sharp';

/** What goes wrong when somebody in a hurry photographs a ticket. */
export const damages = ['outOfFocus', 'shaken', 'underexposed', 'glare', 'cutOff', 'farAway'] as const;
export type Damage = (typeof damages)[number];

/** A good photo of a ticket, spoiled. The strength follows the size of the picture. */
export async function damagePhoto(photo: Buffer, damage: Damage): Promise<Buffer> {
  const upright = sharp(await sharp(photo).rotate().toBuffer());
  const { width = 1, height = 1 } = await upright.metadata();
  const long = Math.max(width, height);
  switch (damage) {
    case 'outOfFocus':
      return upright
        .blur(long / 600)
        .jpeg({ quality: 85 })
        .toBuffer();
    case 'shaken':
      return shake(photo, Math.round(long / 170));
    case 'underexposed':
      return upright.linear(0.17, 0).jpeg({ quality: 85 }).toBuffer();
    case 'glare':
      return addGlare(photo, width, height);
    case 'cutOff': {
      const left = Math.round(width * 0.3);
      return upright
        .extract({ left, top: 0, width: width - left, height })
        .jpeg({ quality: 85 })
        .toBuffer();
    }
    case 'farAway':
      return upright
        .resize(Math.round(width * 0.24))
        .jpeg({ quality: 85 })
        .toBuffer();
  }
}

/** The hand moved to the lower right while the picture was taken. */
async function shake(photo: Buffer, length: number): Promise<Buffer> {
  const kernel = new Array<number>(length * length).fill(0);
  for (let step = 0; step < length; step++) kernel[step * length + step] = 1;
  const convolved = sharp(photo).rotate().convolve({ width: length, height: length, kernel, scale: length });
  return convolved.jpeg({ quality: 85 }).toBuffer();
}

/** The sun or a lamp in a glossy sheet: burnt out in its middle, softly fading, over paper that is not burnt out. */
async function addGlare(photo: Buffer, width: number, height: number): Promise<Buffer> {
  const lamp = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <radialGradient id="lamp"><stop offset="0.75" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <ellipse cx="${width * 0.55}" cy="${height * 0.5}" rx="${width * 0.24}" ry="${height * 0.17}" fill="url(#lamp)"/></svg>`);
  const dimmed = await sharp(photo).rotate().linear(0.85, 0).toBuffer();
  return sharp(dimmed)
    .composite([{ input: lamp }])
    .jpeg({ quality: 85 })
    .toBuffer();
}
