import type { common as englishCommon, states as englishStates } from '../en/every-page.ts';

/** Words that every page uses. */
export const common: typeof englishCommon = {
  productName: 'Ticket Pros',
  tryAgain: 'Probar otra vez',
  cancel: 'Cancelar',
  close: 'Cerrar',
  remove: 'Quitar',
  signOut: 'Cerrar sesión',
  language: 'Idioma',
  offline: 'Sin conexión. Lo que ves puede no estar al día.',
  unreachable: 'No se puede llegar al servidor. Revisa tu conexión y prueba otra vez.',
  unexpected: 'Algo salió mal. Prueba otra vez en un momento.',
  waitSeconds_one: 'Demasiados intentos. Espera {{count}} segundo y prueba otra vez.',
  waitSeconds_other: 'Demasiados intentos. Espera {{count}} segundos y prueba otra vez.',
  waitMinutes_one: 'Demasiados intentos. Espera {{count}} minuto y prueba otra vez.',
  waitMinutes_other: 'Demasiados intentos. Espera {{count}} minutos y prueba otra vez.',
  noValue: '–',
};

/** A ticket's states, as people call them. */
export const states: typeof englishStates = {
  uploading: 'Enviando',
  received: 'En espera de lectura',
  reading: 'Leyendo',
  needs_review: 'Por revisar',
  approved: 'Aprobado',
  unreadable: 'Ilegible',
  rejected: 'Rechazado',
  failed: 'Falló',
  deleted: 'Eliminado',
};
