export const signIn = {
  title: 'Sign in',
  email: 'E-mail',
  password: 'Password',
  submit: 'Sign in',
  wrong: 'That e-mail and password do not belong together.',
  tooMany: 'Too many tries. Wait a minute, then try again.',
  missing: 'Enter your e-mail and your password.',
  promise: 'Photograph a paper ticket, get a reviewed record.',
  demoTitle: 'Demo on this computer',
  demoHint: 'Sign in with one tap:',
  demoRoles: {
    owner: { name: 'Owner', does: 'sees everything' },
    office: { name: 'Office', does: 'reviews tickets' },
    crew: { name: 'Crew', does: 'photographs tickets' },
  },
};
