export const myAccount = {
  confirm: {
    title: 'Prove that it is you',
    hint: 'This changes something important. Enter your password to go on.',
    usePassword: 'Use my password instead',
    useCode: 'Use a code of my app instead',
    submit: 'Go on',
  },
};
