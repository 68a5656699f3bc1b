import type { Member } from '@ticket-pros/contracts/member';
import { api } from '../../api/client.ts';
import { readAnswer } from '../../api/read-answer.ts';

/** What an owner changes about a member. */
export type MemberChange = Partial<Pick<Member, 'name' | 'role' | 'reportsTo' | 'visibility' | 'branchMemberId'>>;

const of = (memberId: string) => ({ path: { memberId } });

export const changeMember = (memberId: string, body: MemberChange) =>
  readAnswer(api.PATCH('/v1/members/{memberId}', { params: of(memberId), body }));

export const deactivateMember = (memberId: string) =>
  readAnswer(api.POST('/v1/members/{memberId}/deactivate', { params: of(memberId) }));

export const reactivateMember = (memberId: string) =>
  readAnswer(api.POST('/v1/members/{memberId}/reactivate', { params: of(memberId) }));

export const handOver = (memberId: string, toMemberId: string) =>
  readAnswer(api.POST('/v1/members/{memberId}/hand-over', { params: of(memberId), body: { toMemberId } }));

export const resetPassword = (memberId: string) =>
  readAnswer(api.POST('/v1/members/{memberId}/reset-password', { params: of(memberId) }));

export const resetSecondFactor = (memberId: string) =>
  readAnswer(api.POST('/v1/members/{memberId}/reset-second-factor', { params: of(memberId) }));

export const seeAs = (memberId: string) => readAnswer(api.POST('/v1/me/see-as', { body: { memberId } }));
