/** Choosing and typing passwords, in the office and on the phone's pages. */
export const passwords = {
  show: 'Show password',
  hide: 'Hide password',
  rules: '10 characters or more. Three words that do not belong together are good; your name or company is not.',
  strength: {
    short: 'Too short: 10 characters or more.',
    weak: 'Easy to guess. Make it longer or less regular.',
    fair: 'Fair. A word more makes it strong.',
    strong: 'Strong.',
  },
};
