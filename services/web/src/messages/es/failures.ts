import type { failures as english } from '../en/failures.ts';

/** Why the reader gave up, by code: the sentence that crew and office read on the ticket. */
export const failures: typeof english = {
  file_empty: 'El archivo está vacío. Toma la foto otra vez y envíala como un ticket nuevo.',
  unknown_format: 'El archivo no es una foto. Envía una como un ticket nuevo: JPEG, PNG, WebP, HEIC, TIFF o PDF.',
  image_damaged: 'La foto está dañada. Tómala otra vez y envíala como un ticket nuevo.',
  file_locked: 'El archivo está protegido con contraseña. Envíalo sin ella como un ticket nuevo.',
  file_too_large: 'El archivo es demasiado grande. Envía una foto más pequeña como un ticket nuevo.',
  too_many_pixels: 'La foto tiene demasiados píxeles. Envía una más pequeña como un ticket nuevo.',
  image_too_small:
    'La foto es demasiado pequeña para leerla. Envía la original, no la miniatura, como un ticket nuevo.',
  too_many_pages: 'El archivo tiene demasiadas páginas. Envíalo por partes, cada una como un ticket nuevo.',
  file_too_slow: 'El archivo tardó demasiado en abrirse. Envía una foto del ticket como un ticket nuevo.',
  too_dark: 'Está demasiado oscuro para leerlo. Tómala otra vez con luz sobre el papel.',
  too_bright: 'Tiene demasiada luz para leerlo. Tómala otra vez fuera del sol.',
  glare: 'La luz se refleja en el papel y tapa el texto. Inclina el papel y tómala otra vez.',
  too_blurred: 'Está demasiado borroso para leerlo. Espera sin moverte hasta que se vea nítido y tómala otra vez.',
  low_contrast: 'El texto es demasiado pálido para leerlo. Tómala otra vez con más luz sobre el papel.',
  print_too_small: 'El texto es demasiado pequeño para leerlo. Acércate y tómala otra vez.',
  two_pages: 'Hay más de un ticket en la foto. Toma una foto de cada uno.',
  no_page: 'No se ve ningún ticket. Tómala otra vez con el ticket entero en la foto.',
  no_text: 'No hay texto en la página. Dale la vuelta al ticket y tómala otra vez.',
  image_missing: 'No se encontró la foto guardada. Avisa a soporte y envía el ticket otra vez.',
  reader_crashed: 'La lectura se detuvo varias veces sin resultado. Prueba otra vez o escribe los valores a mano.',
  reader_timeout: 'La lectura tardó demasiado. Prueba otra vez o escribe los valores a mano.',
  reader_error: 'Algo falló durante la lectura. Prueba otra vez o escribe los valores a mano.',
};
