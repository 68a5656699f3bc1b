import type { joining as english } from '../en/joining.ts';

export const joining: typeof english = {
  signUpTitle: 'Abrir una cuenta',
  signUpHint: 'Para una empresa que quiere que se lean sus tickets. Tú quedas como su dueño aquí.',
  company: 'Empresa',
  name: 'Tu nombre',
  promise:
    'Prometo que esta cuenta es solo para uso de negocio y que todos los que trabajan en ella son mayores de edad.',
  promiseHint: 'Ticket Pros es para empresas. No es para uso particular ni para menores de 18 años.',
  promiseMissing: 'Marca la promesa para abrir una cuenta.',
  missing: 'Escribe tu empresa y tu nombre.',
  checkFields: 'Algo de lo que escribiste no tiene la forma correcta. Revisa los campos.',
  signUp: 'Abrir la cuenta',
  haveSignIn: '¿Ya tienes acceso?',
  invited: '¿Tu empresa ya trabaja con Ticket Pros? Pide una invitación a su dueño.',
  mailSent: 'Va en camino un correo a {{email}}. Abre su enlace para terminar.',
  confirmTitle: '¿Es tuyo este correo?',
  confirmHint: 'Escribe la contraseña que elegiste y entras. ¿No te registraste? Cierra esta página: no pasa nada.',
  confirmPassword: 'Tu contraseña',
  confirm: 'Sí, entrar',
};
