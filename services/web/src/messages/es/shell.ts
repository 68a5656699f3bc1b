import type { shell as english } from '../en/shell.ts';

export const shell: typeof english = {
  skip: 'Ir al contenido',
  navigation: 'Principal',
  review: 'Revisar',
  reviewCount_one: '{{count}} ticket por revisar',
  reviewCount_other: '{{count}} tickets por revisar',
  tickets: 'Tickets',
  people: 'Personas',
  capture: 'Capturar',
  signedInAs: 'Sesión de {{name}}',
  themeLight: 'Claros',
  themeDark: 'Oscuros',
  themeAuto: 'Como el sistema',
  theme: 'Colores',
  notFoundTitle: 'No hay nada en esta dirección',
  notFoundHint: 'Puede que la página haya cambiado de lugar o que la dirección tenga un error.',
  toTickets: 'Ir a los tickets',
  crashTitle: 'Esta página dejó de funcionar',
  crashHint: 'No se perdió nada de lo guardado. Carga la página otra vez.',
  reload: 'Cargar otra vez',
};
