/** Tables that hold nothing of a customer's. */
export const withoutCustomerData: readonly string[] = ['migrations', 'operators', 'ticket_state_transitions'];

/** Functions that run with the rights of the tables' owner, and so past row-level security: why each of them may. */
export const mayPassPolicies: Record<string, string> = {
  // What policies and predicates ask. They answer about the member of the transaction alone.
  'app.sees_account()': 'the policies ask it',
  'app.visible_member_ids()': 'the policies ask it',
  'app.is_owner()': 'the policies ask it',
  'app.is_active()': 'the policies ask it',
  'app.may_invite_below(uuid)': 'the policy on invitations asks it; yes or no about a member that the asking one sees',
  'app.operator_look_account()': 'the policies of operators ask it; the account of a look that is open and was logged',
  // Searches and counts.
  'app.tickets_with_text(text)':
    'row-level security hides the index of the search; it answers ids of tickets that the member sees',
  'app.count_invitations()': 'two counts of the own account, for its limits',
  'app.open_invitation_ids()': 'ids of invitations that the member sees',
  'app.invitation_holds(invitations)': 'executable by the owner alone; asked by the functions about invitations',
  'app.is_below(uuid,uuid,uuid)': 'executable by the owner alone; asked by the functions about invitations',
  'app.owners_of_account()': 'who is told of an unusual sign-in, whoever signs in',
  // Before there is a member: whoever asks shows a secret of 256 bits.
  'app.find_api_key(bytea)': 'looks a key up by the hash of its secret',
  'app.find_invitation(bytea)': 'looks an invitation up by the hash of its token',
  'app.accept_invitation(bytea,text)': 'takes an invitation by the hash of its token',
  'app.take_pending(bytea)': 'takes what waits for a confirmation by the hash of its token',
  'app.keep_pending(bytea,text,interval)': 'keeps what waits for a confirmation; reads nothing',
  'app.found_account(text,text,text,timestamp with time zone)':
    'a new account has no member who could be asked; reads nothing',
  'app.add_user(text,text,text,text)': 'makes a user; reads nothing',
  'app.find_operator(bytea)': 'executable by the owner alone; looks an operator up by the hash of its key',
  'app.list_accounts_for_operator(bytea)': 'names and sizes of accounts, by the hash of an operator’s key',
  'app.open_operator_look(bytea,uuid,text)': 'opens a look by the hash of an operator’s key, and logs it',
  // Changes that members may not make directly; they tell nothing.
  'app.change_own_profile(text,text)': 'changes name and language of the member of the transaction',
  'app.note_presence()': 'notes when the member of the transaction was there',
  'app.note_look(uuid,jsonb)': 'adds to the audit log, which members may not read',
  'app.note_for_user(text,jsonb)': 'adds to the audit logs of the user’s accounts',
  // Triggers: they look at rows that who makes the change may not see, and tell no more than yes or no.
  'app.lock_member_tree()': 'trigger',
  'app.guard_member_change()': 'trigger',
  'app.keep_an_owner()': 'trigger',
  'app.end_access_of_member()': 'trigger',
  'app.chain_audit_event()': 'trigger',
  'app.limit_open_privacy_requests()': 'trigger',
  'auth.remove_expired()': 'the sweep drops what is over and is told how much',
};

/** Policies that name no account of the transaction: why each of them may. */
export const mayNameNoAccount: Record<string, string> = {
  'accounts.app_sees_accounts_of_user': 'the accounts in which the signed-in user has a place',
  'tickets.sweep_sees_tickets': 'every account: ids, states and times',
  'tickets.sweep_removes_unfinished_uploads': 'uploads that were never received',
  'images.sweep_sees_images': 'every account: ids and times',
  'staged_photos.sweep_sees_staged_photos': 'every account: ids',
  'staged_pieces.sweep_removes_left_pieces': 'every account: ids and times; removes what nobody waits for',
  'lessons_due.sweep_sees_lessons': 'every account: ids and times',
  'rereadings.sweep_sees_rereadings': 'every account: ids and times',
  'object_removals.sweep_works_off_removals': 'every account: ids and times',
  'mails.sweep_sees_mails': 'every account: ids, states and times',
  'mails.sweep_gives_mails_up': 'empties mails that nobody could send',
  'mails.sweep_removes_ended_mails': 'mails that are over, which are empty',
  'mails.worker_sees_mails': 'mails have no account before somebody is in one; what they say is sealed',
  'mails.worker_ends_mails': 'as worker_sees_mails',
  'audit_events.retention_sees_old_events': 'every account: ids, actions and times of old events',
  'audit_events.retention_erases_old_payloads': 'empties payloads of old events',
};

/** Columns by which the sweep finds its work: ids, states, counts and times, whatever the table. */
export const sweepMayRead: readonly string[] = [
  'account_id',
  'id',
  'ticket_id',
  'image_id',
  'state',
  'from_state',
  'to_state',
  'reading_number',
  'reading_starts',
  'received_at',
  'stored_at',
  'requested_at',
  'due_at',
  'created_at',
  'updated_at',
  'asked_at',
  'stopped_at',
  'finished_at',
];
