import type { Me } from '@ticket-pros/contracts/member';
import type { MemberTree } from '../member-tree.ts';

export interface AddFormProps {
  tree: MemberTree;
  me: Me;
  /** Whom the new ones report to at first; null for the account. */
  startsUnder: string | null;
}
