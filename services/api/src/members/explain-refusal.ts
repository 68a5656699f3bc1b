import { ProblemError } from '../problems/problem-error.ts';

const codes = {
  members_keep_an_owner: 'last_owner',
  members_no_circle: 'circle_of_members',
  // Stopped being an owner while the change waited for another one.
  members_changed_by_owners: 'not_allowed',
  tickets_handed_over_by_owners: 'not_allowed',
} as const;

/** What the database refused about the tree of members, as the problem that people are told; other errors stay what they are. */
export function explainRefusal(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('constraint' in error)) return error;
  const { constraint } = error;
  const code = Object.entries(codes).find(([name]) => name === constraint)?.[1];
  return code === undefined ? error : new ProblemError(code);
}
