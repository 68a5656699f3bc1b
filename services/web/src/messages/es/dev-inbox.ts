import type { devInbox as english } from '../en/dev-inbox.ts';

export const devInbox: typeof english = {
  title: 'Correo de esta máquina',
  hint: 'No hay un servidor de correo configurado: todos los correos, para quien sean, llegan aquí.',
  list: 'Correos',
  emptyTitle: 'Todavía no hay correos',
  emptyHint: 'Regístrate, invita a alguien o pide una contraseña nueva: el correo aparece aquí solo.',
  pickTitle: 'Elige un correo',
  nowhereTitle: 'Aquí no hay correo',
  nowhereHint: 'Solo existe en la máquina donde el producto funciona sin servidor de correo.',
  goneTitle: 'Este correo ya no está',
  failedTitle: 'No se pudieron cargar los correos',
  to: 'Para',
  from: 'De',
  view: 'Cómo mostrar el correo',
  html: 'Como HTML',
  text: 'Como texto',
  content: 'Contenido del correo',
};
