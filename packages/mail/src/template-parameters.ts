import { z } from 'zod';

/**
 * A name that somebody typed, on one line. Mail programs make links of whatever looks like an address; a name must not become one,
 * or strangers could have links of theirs sent out under our name.
 */
export const nameParameter = z.string().transform((name) =>
  name
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/[a-z][a-z0-9+.-]*:\/\//gi, '')
    .replace(/\.(?=[\p{L}\p{N}])/gu, '.\u200b')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200),
);

/** An address of the product that the reader should open. */
export const linkParameter = z.url({ protocol: /^https?$/ });

/** How long a link works. */
export const minutesParameter = z.int().min(1);

/** When something happened, and the zone that the reader lives in. */
export const momentParameters = { at: z.date(), timeZone: z.string() };
