import type { install as english } from '../en/install.ts';

export const install: typeof english = {
  newVersion: 'Hay una versión nueva.',
  update: 'Actualizar',
  offer: 'Pon Ticket Pros en tu pantalla de inicio. Abre más rápido, y también sin señal.',
  offerByShareMenu: 'Pon Ticket Pros en tu pantalla de inicio: toca Compartir y luego «Agregar a inicio».',
  add: 'Agregar',
  noThanks: 'No, gracias',
  shareFailed: 'Las fotos que compartiste no llegaron. Elígelas aquí: toca «Galería».',
  understood: 'Entendido',
};
