import type { join as english } from '../en/join.ts';

/** The page behind an invitation. */
export const join: typeof english = {
  title: 'Unirse',
  invites: '{{inviter}} te invita a',
  does: {
    owner: 'Diriges la cuenta: personas, ajustes, datos.',
    office: 'Revisas los tickets que llegan.',
    crew: 'Tomas fotos de tickets de papel con este teléfono.',
  },
  name: 'Tu nombre',
  signInName: 'Tu nombre de usuario',
  signInNameHint: 'Con él y tu contraseña inicias sesión en otro teléfono.',
  signInNameWrong: 'Usa letras de la a a la z, números y guiones: dos o más, hasta 31.',
  email: 'Tu correo',
  password: 'Una contraseña',
  start: 'Empezar',
  withEmail: 'Quiero usar mi correo',
  withName: 'No tengo correo',
  asMe: 'Unirme como {{name}}',
  asMeHint: 'Aquí tienes sesión como {{name}}.',
  asSomebodyElse: 'Este teléfono lo usa otra persona',
  haveSignIn: 'Ya tengo acceso',
  nameMissing: 'Escribe tu nombre.',
  emailWrong: 'Escribe un correo, por ejemplo nombre@empresa.com.',
  checkFields: 'Algo de lo que escribiste no tiene la forma correcta. Revisa los campos.',
  mailTitle: 'Revisa tu correo',
  mailHint: 'Va en camino un correo a {{email}}. Abre su enlace para terminar.',
  inbox: 'Abrir el buzón de esta demostración',
  cutTitle: 'Este enlace no está completo',
  cutHint: 'Escanea el código otra vez o copia el enlace entero.',
  overHint: 'Pide otro enlace o código a quien te invitó.',
};
