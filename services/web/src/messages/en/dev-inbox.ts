/** The page of mails that were not sent, for whoever works on this machine. */
export const devInbox = {
  title: 'Inbox of this machine',
  hint: 'No mail server is set, so every mail to anybody ends here.',
  list: 'Mails',
  emptyTitle: 'No mails yet',
  emptyHint: 'Sign up, invite somebody or ask for a new password: the mail appears here by itself.',
  pickTitle: 'Pick a mail',
  nowhereTitle: 'There is no inbox here',
  nowhereHint: 'It is there on the machine that runs the product without a mail server, and nowhere else.',
  goneTitle: 'This mail is gone',
  failedTitle: 'The mails could not be loaded',
  to: 'To',
  from: 'From',
  view: 'How to show the mail',
  html: 'As HTML',
  text: 'As text',
  content: 'Content of the mail',
};
