/** Words that every page uses. */
export const common = {
  productName: 'Ticket Pros',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  remove: 'Remove',
  signOut: 'Sign out',
  language: 'Language',
  offline: 'No connection. What you see may be out of date.',
  unreachable: 'The server cannot be reached. Check your connection, then try again.',
  unexpected: 'Something went wrong. Try again in a moment.',
  waitSeconds_one: 'Too many tries. Wait {{count}} second, then try again.',
  waitSeconds_other: 'Too many tries. Wait {{count}} seconds, then try again.',
  waitMinutes_one: 'Too many tries. Wait {{count}} minute, then try again.',
  waitMinutes_other: 'Too many tries. Wait {{count}} minutes, then try again.',
  noValue: '–',
};

/** A ticket's states, as people call them. */
export const states = {
  uploading: 'Sending',
  received: 'Waiting to be read',
  reading: 'Reading',
  needs_review: 'Needs review',
  approved: 'Approved',
  unreadable: 'Unreadable',
  rejected: 'Rejected',
  failed: 'Failed',
  deleted: 'Deleted',
};
