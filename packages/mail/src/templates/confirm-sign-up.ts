import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayDuration } from '../mail-words.ts';
import { linkParameter, minutesParameter } from '../template-parameters.ts';

/** To the address that somebody signed up with: is it yours? Names nothing that was typed, since the typist may be a stranger. */
export const confirmSignUp = defineTemplate({
  parameters: z.strictObject({ url: linkParameter, validMinutes: minutesParameter }),
  words: {
    en: ({ url, validMinutes }) => ({
      subject: 'Confirm your e-mail address',
      heading: 'Confirm your e-mail address',
      paragraphs: [
        'Open the link below and type the password that you chose. That confirms that this address is yours, and you are inside.',
      ],
      action: { label: 'Confirm my address', url },
      afterAction: `The link works once, for ${sayDuration('en', validMinutes)}.`,
      why: 'You get this mail because somebody signed up for Ticket Pros with this address.',
      ifNotYou: 'If that was not you, do nothing: without the link and the password no account is opened.',
    }),
    es: ({ url, validMinutes }) => ({
      subject: 'Confirma tu correo electrónico',
      heading: 'Confirma tu correo electrónico',
      paragraphs: [
        'Abre el enlace y escribe la contraseña que elegiste. Así confirmas que esta dirección es tuya, y entras.',
      ],
      action: { label: 'Confirmar mi dirección', url },
      afterAction: `El enlace sirve una sola vez, durante ${sayDuration('es', validMinutes)}.`,
      why: 'Recibes este correo porque alguien se registró en Ticket Pros con esta dirección.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: sin el enlace y la contraseña no se abre ninguna cuenta.',
    }),
  },
});
