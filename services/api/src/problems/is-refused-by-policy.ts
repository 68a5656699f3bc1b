/** Postgres: the role, or a policy, does not let it. */
const insufficientPrivilege = '42501';

/**
 * Whether row-level security refused what was to be written. Routes ask first whether it may be; this is left where the answer changed
 * before the writing: the member was deactivated, or lost its role.
 */
export function isRefusedByPolicy(error: object): boolean {
  return (
    'code' in error &&
    error.code === insufficientPrivilege &&
    'message' in error &&
    typeof error.message === 'string' &&
    error.message.includes('row-level security policy')
  );
}
