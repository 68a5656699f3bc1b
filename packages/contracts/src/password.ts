import { z } from 'zod';

export const passwordLength = { min: 10, max: 200 } as const;

/**
 * A password that somebody chooses. Wherever one is set, the API also refuses the ones that attackers try first, with the code
 * `weak_password`.
 */
export const newPasswordSchema = z
  .string()
  .min(passwordLength.min, `use ${passwordLength.min} characters or more`)
  .max(passwordLength.max, `use ${passwordLength.max} characters or fewer`);
