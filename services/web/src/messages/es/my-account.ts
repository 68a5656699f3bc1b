import type { myAccount as english } from '../en/my-account.ts';

export const myAccount: typeof english = {
  confirm: {
    title: 'Comprueba que eres tú',
    hint: 'Esto cambia algo importante. Escribe tu contraseña para continuar.',
    usePassword: 'Usar mi contraseña',
    useCode: 'Usar un código de mi aplicación',
    submit: 'Continuar',
  },
};
