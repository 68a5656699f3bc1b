import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { hideAddress, sayMoment } from '../mail-words.ts';
import { momentParameters } from '../template-parameters.ts';

/** To the address that a user signed in with until now. */
export const emailChangedNotice = defineTemplate({
  parameters: z.strictObject({ ...momentParameters, newEmail: z.email() }),
  words: {
    en: ({ newEmail, ...moment }) => ({
      subject: 'Your e-mail address was changed',
      heading: 'Your e-mail address was changed',
      paragraphs: ['Your sign-in at Ticket Pros now uses another address. This one no longer works.'],
      facts: [
        ['New address', hideAddress(newEmail)],
        ['Changed', sayMoment('en', moment)],
      ],
      why: 'You get this mail because your sign-in used this address until now.',
      ifNotYou:
        'If that was not you, call an owner of your account at once: they can end your sessions and reset your sign-in.',
    }),
    es: ({ newEmail, ...moment }) => ({
      subject: 'Se cambió tu correo electrónico',
      heading: 'Se cambió tu correo electrónico',
      paragraphs: ['Tu acceso a Ticket Pros ahora usa otra dirección. Esta ya no sirve.'],
      facts: [
        ['Dirección nueva', hideAddress(newEmail)],
        ['Cambio', sayMoment('es', moment)],
      ],
      why: 'Recibes este correo porque hasta ahora entrabas con esta dirección.',
      ifNotYou:
        'Si no fuiste tú, llama enseguida a un dueño de tu cuenta: puede cerrar tus sesiones y restablecer tu acceso.',
    }),
  },
});
