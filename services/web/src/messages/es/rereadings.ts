import type { rereadings as english } from '../en/rereadings.ts';

export const rereadings: typeof english = {
  title: 'Leer otra vez los tickets abiertos',
  hint: 'El lector aprendió desde que leyó estos tickets. Los lee una vez más; los valores que escribieron los miembros se quedan. Los tickets aprobados no se tocan.',
  which: 'Qué tickets',
  states: { needs_review: 'Por revisar', failed: 'No se pudieron leer' },
  submit: 'Leerlos otra vez',
  count_one: 'Se leería otra vez {{number}} ticket.',
  count_other: 'Se leerían otra vez {{number}} tickets.',
  noneOpen: 'Ninguno de estos tickets sigue abierto.',
  begun_one: 'Se está leyendo otra vez {{count}} ticket.',
  begun_other: 'Se están leyendo otra vez {{count}} tickets.',
  latest: 'Cuánto falta',
  noneTitle: 'Todavía no se leyó nada otra vez',
  noneHint: 'Lo que pidas aparece aquí, con su avance.',
  is: { reading: 'Leyendo', stopped: 'Detenido', finished: 'Terminado' },
  progress: '{{read}} de {{tickets}} leídos',
  leftOut_one: '{{number}} omitido, porque se decidió mientras tanto',
  leftOut_other: '{{number}} omitidos, porque se decidieron mientras tanto',
  asked: 'Pedido: {{time}}',
  stop: 'Detener',
  stopWhat: 'Detener: {{asked}}',
};
