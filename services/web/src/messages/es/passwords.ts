import type { passwords as english } from '../en/passwords.ts';

/** Choosing and typing passwords, in the office and on the phone's pages. */
export const passwords: typeof english = {
  show: 'Mostrar la contraseña',
  hide: 'Ocultar la contraseña',
  rules: '10 caracteres o más. Sirven tres palabras que no van juntas; tu nombre o tu empresa no sirven.',
  strength: {
    short: 'Muy corta: 10 caracteres o más.',
    weak: 'Fácil de adivinar. Hazla más larga o menos regular.',
    fair: 'Regular. Con una palabra más es fuerte.',
    strong: 'Fuerte.',
  },
};
