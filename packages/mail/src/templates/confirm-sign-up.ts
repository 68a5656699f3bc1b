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
      paragraphs: ['Open the link below to confirm that this address is yours. Your account is then ready to use.'],
      action: { label: 'Confirm my address', url },
      afterAction: `The link works once, for ${sayDuration('en', validMinutes)}.`,
      why: 'You get this mail because somebody signed up for Ticket Pros with this address.',
      ifNotYou: 'If that was not you, do nothing: without the link no account is opened.',
    }),
    es: ({ url, validMinutes }) => ({
      subject: 'Confirma tu correo electrónico',
      heading: 'Confirma tu correo electrónico',
      paragraphs: [
        'Abre el enlace para confirmar que esta dirección es tuya. Después, tu cuenta está lista para usarse.',
      ],
      action: { label: 'Confirmar mi dirección', url },
      afterAction: `El enlace sirve una sola vez, durante ${sayDuration('es', validMinutes)}.`,
      why: 'Recibes este correo porque alguien se registró en Ticket Pros con esta dirección.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: sin el enlace no se abre ninguna cuenta.',
    }),
  },
});
