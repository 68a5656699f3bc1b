import type { seeingAs as english } from '../en/seeing-as.ts';

/** While an owner sees as another member. */
export const seeingAs: typeof english = {
  banner: 'Ves como {{name}}. No se puede cambiar nada.',
  stop: 'Terminar',
  stopFailed: 'No se pudo terminar. Revisa tu conexión y prueba otra vez.',
};
