import { z } from 'zod';

/** The lists of known names that an account may keep, and the fields whose values they hold. */
export const listedFields = {
  customers: ['customer'],
  jobs: ['job_name', 'job_number'],
  trucks: ['truck_number'],
  trailers: ['trailer_number'],
  materials: ['material'],
  people: ['driver', 'signed_by'],
  locations: ['location'],
} as const satisfies Record<string, readonly string[]>;

const entriesSchema = z.array(z.string().min(1).max(200)).max(20_000);

/** The names that an account knows, as they are written out in full; a value read badly is looked for among them. */
export const referenceListsSchema = z.partialRecord(
  z.enum(Object.keys(listedFields) as [ReferenceListName, ...ReferenceListName[]]),
  entriesSchema,
);
export type ReferenceListName = keyof typeof listedFields;
export type ReferenceLists = z.infer<typeof referenceListsSchema>;
