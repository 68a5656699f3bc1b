import type { outbox as english } from '../en/outbox.ts';

export const outbox: typeof english = {
  signInAgain: 'Inicia sesión otra vez para enviar tus tickets. Tus fotos están seguras en este teléfono.',
  secondFactor:
    'Tu empresa pide un segundo factor antes de que se envíen tus tickets. Tus fotos están seguras en este teléfono.',
  setUp: 'Configurarlo',
  newerVersion: 'Otra pestaña usa una versión más nueva de esta página. Vuelve a cargar esta; no se pierde nada.',
  storeClosed: 'El último cambio no se pudo guardar en este teléfono. Vuelve a cargar la página.',
  loadAgain: 'Volver a cargar',
  blocked: 'Ticket Pros está abierto en otra pestaña',
  blockedHint: 'Ahí usa una versión anterior. Cierra esa pestaña; esta página sigue sola, con todas tus fotos.',
  mayBeCleared:
    'Este navegador puede borrar fotos sin enviar cuando el teléfono se queda sin espacio. Instala la app o envía pronto tus tickets.',
  notOurServer: 'El Wi-Fi pide que inicies sesión en él primero. Abre cualquier sitio web o apaga el Wi-Fi.',
  serverBusy: 'El servicio está ocupado. Se vuelve a intentar solo.',
  held: 'Tu empresa no recibe tickets en este momento. Este espera aquí y se vuelve a intentar solo.',
  photoLost: 'El teléfono perdió una foto de este ticket. Tómala otra vez.',
  receiptDiffers: 'El servidor tiene otras fotos con este número. Envíalo otra vez.',
  photographAgain: 'Tomar la foto otra vez',
  saveCopy: 'Guardar una copia',
};
