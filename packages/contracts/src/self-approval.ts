import { z } from 'zod';

/** Of so many values of tickets that approve themselves one may be wrong: 0.01 is one in a hundred. */
export const errorTargetSchema = z.number().min(0.001).max(0.1);

const typeSettingSchema = z.object({ key: z.string(), name: z.string(), approvesItself: z.boolean() });

/**
 * Answer of `GET /v1/self-approval`: which tickets need nobody to look at them. `leastConfidence` is what every value of such a ticket has to
 * have. `measured` tells what spot checks of the last days found: a share of what could have approved itself goes to review all the same.
 */
export const selfApprovalSchema = z.object({
  errorTarget: errorTargetSchema,
  leastConfidence: z.number(),
  ticketTypes: z.array(typeSettingSchema),
  measured: z.object({
    days: z.int(),
    approvedThemselves: z.int(),
    checked: z.int(),
    values: z.int(),
    wrongValues: z.int(),
  }),
});
export type SelfApproval = z.infer<typeof selfApprovalSchema>;

/** Body of `PATCH /v1/self-approval`: what changes. */
export const changeSelfApprovalSchema = z.object({
  errorTarget: errorTargetSchema.optional(),
  ticketTypes: z
    .array(typeSettingSchema.omit({ name: true }))
    .max(100)
    .optional(),
});
export type ChangeSelfApproval = z.infer<typeof changeSelfApprovalSchema>;
