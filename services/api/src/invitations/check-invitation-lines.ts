import { emailSchema, type invitationLineSchema } from '@ticket-pros/contracts/invitation';
import { memberNameSchema } from '@ticket-pros/contracts/member';
import type { MemberRole } from '@ticket-pros/contracts/member-role';
import type { z } from 'zod';
import type { LineWords } from './invitation-line-words.ts';
import type { TypedLine } from './read-invitation-csv.ts';

type InvitationLine = z.infer<typeof invitationLineSchema>;

/** Somebody who has a place in the account. */
export type KnownMember = {
  id: string;
  name: string;
  isActive: boolean;
  email: string | null;
  signInName: string | null;
};

/** What lines are checked against. */
export type KnownPeople = { members: readonly KnownMember[]; invitedEmails: ReadonlySet<string> };

/** A map, because an object also answers to names such as `constructor`. */
const roles = new Map<string, MemberRole>([
  ['owner', 'owner'],
  ['dueño', 'owner'],
  ['propietario', 'owner'],
  ['office', 'office'],
  ['oficina', 'office'],
  ['crew', 'crew'],
  ['cuadrilla', 'crew'],
]);

/** Each line as it would be made, with everything that is wrong with it. */
export function checkInvitationLines(
  lines: readonly TypedLine[],
  { members, invitedEmails }: KnownPeople,
  words: LineWords,
): InvitationLine[] {
  const memberEmails = new Set(members.flatMap(({ email }) => email ?? []));
  const firstLines = new Map<string, number>();
  return lines.map(({ line, name, email: typedEmail, role: typedRole, reportsTo }) => {
    const problems: string[] = [];
    if (name === '') problems.push(words.nameMissing);
    else if (!memberNameSchema.safeParse(name).success) problems.push(words.nameUnfit);

    const email = typedEmail.toLowerCase();
    if (email === '') problems.push(words.emailMissing);
    else if (!emailSchema.safeParse(email).success) problems.push(words.emailUnfit);
    else {
      const firstLine = firstLines.get(email);
      if (firstLine !== undefined) problems.push(words.emailTwice(firstLine));
      else firstLines.set(email, line);
      if (memberEmails.has(email)) problems.push(words.member);
      else if (invitedEmails.has(email)) problems.push(words.invited);
    }

    const role = roles.get(typedRole.normalize('NFC').toLowerCase()) ?? null;
    if (role === null) problems.push(words.roleUnknown);

    const superiors = reportsTo === '' ? [] : findSuperiors(members, reportsTo);
    const [superior] = superiors;
    if (reportsTo !== '' && role === 'owner') problems.push(words.ownerBelow);
    else if (superiors.length > 1) problems.push(words.superiorAmbiguous);
    else if (reportsTo !== '' && superior === undefined) problems.push(words.superiorUnknown);

    const isOne = superior !== undefined && superiors.length === 1;
    return { line, name, email, role, reportsTo: isOne ? { id: superior.id, name: superior.name } : null, problems };
  });
}

/** By what only one member can have, else by name. */
function findSuperiors(members: readonly KnownMember[], typed: string): KnownMember[] {
  const active = members.filter(({ isActive }) => isActive);
  const lower = typed.toLowerCase();
  const bySignIn = active.filter(({ email, signInName }) => email === lower || signInName === lower);
  return bySignIn.length > 0 ? bySignIn : active.filter(({ name }) => name === typed);
}
