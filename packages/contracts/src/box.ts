import { z } from 'zod';

/**
 * A rectangle on one image of a ticket, in pixels of the upright stored image (after its EXIF orientation is applied).
 * `page` counts the ticket's images from 0.
 */
export const boxSchema = z.object({
  page: z.int().min(0),
  x: z.number(),
  y: z.number(),
  width: z.number().positive(),
  height: z.number().positive(),
});
export type Box = z.infer<typeof boxSchema>;
