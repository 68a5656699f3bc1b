/** While an owner sees as another member. */
export const seeingAs = {
  banner: 'You see as {{name}}. Nothing can be changed.',
  stop: 'Stop',
  stopFailed: 'It could not be stopped. Check your connection, then try again.',
};
