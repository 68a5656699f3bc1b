import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayDuration } from '../mail-words.ts';
import { linkParameter, minutesParameter } from '../template-parameters.ts';

/** To the address that a user wants to sign in with from now on. */
export const confirmNewEmail = defineTemplate({
  parameters: z.strictObject({ url: linkParameter, validMinutes: minutesParameter }),
  words: {
    en: ({ url, validMinutes }) => ({
      subject: 'Confirm your new e-mail address',
      heading: 'Confirm your new e-mail address',
      paragraphs: ['Open the link below to use this address from now on. Until then, the old one stays.'],
      action: { label: 'Use this address', url },
      afterAction: `The link works once, for ${sayDuration('en', validMinutes)}.`,
      why: 'You get this mail because somebody entered this address as the new one for a sign-in at Ticket Pros.',
      ifNotYou: 'If that was not you, do nothing: without the link nothing changes.',
    }),
    es: ({ url, validMinutes }) => ({
      subject: 'Confirma tu nuevo correo electrónico',
      heading: 'Confirma tu nuevo correo electrónico',
      paragraphs: ['Abre el enlace para usar esta dirección desde ahora. Hasta entonces sigue la anterior.'],
      action: { label: 'Usar esta dirección', url },
      afterAction: `El enlace sirve una sola vez, durante ${sayDuration('es', validMinutes)}.`,
      why: 'Recibes este correo porque alguien escribió esta dirección como la nueva para entrar en Ticket Pros.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: sin el enlace no cambia nada.',
    }),
  },
});
