export const forms = {
  title: 'Learned forms',
  hint: 'Each approved ticket shows the reader where the values stand on that printed form. The next ticket of it is read better. What is learned here stays in this account.',
  noIssuer: 'No name found',
  fromTickets_one: 'From {{number}} approved ticket',
  fromTickets_other: 'From {{number}} approved tickets',
  fieldCount_one: '{{number}} field',
  fieldCount_other: '{{number}} fields',
  columns: { issuer: 'Form of', tickets: 'Tickets', fields: 'Fields', learned: 'Learned last' },
  noneTitle: 'No form is known yet',
  noneHint: 'Approve a ticket in review: shortly after, its form is listed here.',
  noneAction: 'Go to review',
  forget: {
    open: 'Forget',
    openWhat: 'Forget this form: {{name}}',
    title: 'Forget the form of {{name}}?',
    hint_one:
      'What {{count}} approved ticket taught about this form is gone, and its next tickets are read as on the first day. Tickets and their values stay as they are. The next approved ticket teaches the form anew.',
    hint_other:
      'What {{count}} approved tickets taught about this form is gone, and its next tickets are read as on the first day. Tickets and their values stay as they are. The next approved ticket teaches the form anew.',
    submit: 'Forget this form',
    done: 'The form of {{name}} is forgotten.',
  },
};
