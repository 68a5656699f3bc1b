import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayDuration } from '../mail-words.ts';
import { linkParameter, minutesParameter } from '../template-parameters.ts';

/** To a user who forgot the password. */
export const resetPassword = defineTemplate({
  parameters: z.strictObject({ url: linkParameter, validMinutes: minutesParameter }),
  words: {
    en: ({ url, validMinutes }) => ({
      subject: 'Set a new password',
      heading: 'Set a new password',
      paragraphs: ['Open the link below to choose a new password.'],
      action: { label: 'Choose a new password', url },
      afterAction: `The link works once, for ${sayDuration('en', validMinutes)}.`,
      why: 'You get this mail because somebody asked for a new password for this address.',
      ifNotYou: 'If that was not you, do nothing: your password stays as it is. Give the link to nobody.',
    }),
    es: ({ url, validMinutes }) => ({
      subject: 'Crea una contraseña nueva',
      heading: 'Crea una contraseña nueva',
      paragraphs: ['Abre el enlace para elegir una contraseña nueva.'],
      action: { label: 'Elegir una contraseña nueva', url },
      afterAction: `El enlace sirve una sola vez, durante ${sayDuration('es', validMinutes)}.`,
      why: 'Recibes este correo porque alguien pidió una contraseña nueva para esta dirección.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: tu contraseña sigue igual. No le des el enlace a nadie.',
    }),
  },
});
