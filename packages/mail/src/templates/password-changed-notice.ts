import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayMoment } from '../mail-words.ts';
import { linkParameter, momentParameters } from '../template-parameters.ts';

/** To a user whose password is another one now. */
export const passwordChangedNotice = defineTemplate({
  parameters: z.strictObject({ ...momentParameters, resetUrl: linkParameter }),
  words: {
    en: ({ resetUrl, ...moment }) => ({
      subject: 'Your password was changed',
      heading: 'Your password was changed',
      paragraphs: ['The password of your sign-in at Ticket Pros was changed.'],
      facts: [['Changed', sayMoment('en', moment)]],
      why: 'You get this mail because it is about the safety of your sign-in.',
      ifNotYou: `If that was not you, set a new password at once (${resetUrl}) and tell an owner of your account.`,
    }),
    es: ({ resetUrl, ...moment }) => ({
      subject: 'Se cambió tu contraseña',
      heading: 'Se cambió tu contraseña',
      paragraphs: ['Se cambió la contraseña de tu acceso a Ticket Pros.'],
      facts: [['Cambio', sayMoment('es', moment)]],
      why: 'Recibes este correo porque se trata de la seguridad de tu acceso.',
      ifNotYou: `Si no fuiste tú, crea enseguida una contraseña nueva (${resetUrl}) y avisa a un dueño de tu cuenta.`,
    }),
  },
});
