import type { failures as english } from '../en/failures.ts';

/** Why the reader gave up, by code: the sentence that crew and office read on the ticket. */
export const failures: typeof english = {
  image_damaged: 'La foto está dañada. Tómala otra vez y envíala como un ticket nuevo.',
  image_missing: 'No se encontró la foto guardada. Avisa a soporte y envía el ticket otra vez.',
  reader_crashed: 'La lectura se detuvo varias veces sin resultado. Prueba otra vez o escribe los valores a mano.',
  reader_timeout: 'La lectura tardó demasiado. Prueba otra vez o escribe los valores a mano.',
  reader_error: 'Algo falló durante la lectura. Prueba otra vez o escribe los valores a mano.',
};
