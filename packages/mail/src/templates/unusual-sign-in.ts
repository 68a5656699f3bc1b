import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayMoment } from '../mail-words.ts';
import { linkParameter, momentParameters, nameParameter } from '../template-parameters.ts';

/** To a member: a sign-in from a device or a country not seen before. */
export const unusualSignIn = defineTemplate({
  parameters: z.strictObject({
    ...momentParameters,
    /** Such as "Chrome on Android". */
    device: nameParameter,
    /** A country or a state, where it is known; never more exact. */
    region: nameParameter.nullable(),
    sessionsUrl: linkParameter,
  }),
  words: {
    en: ({ device, region, sessionsUrl, ...moment }) => ({
      subject: 'New sign-in to your account',
      heading: 'New sign-in to your account',
      paragraphs: ['Your sign-in was used on a device or in a region that we have not seen before.'],
      facts: [
        ['When', sayMoment('en', moment)],
        ['Device', device],
        ['Region', region ?? 'not known'],
      ],
      action: { label: 'See my sessions', url: sessionsUrl },
      why: 'You get this mail because it is about the safety of your sign-in. If it was you, there is nothing to do.',
      ifNotYou: 'If that was not you, end that session, change your password, and tell an owner of your account.',
    }),
    es: ({ device, region, sessionsUrl, ...moment }) => ({
      subject: 'Nuevo inicio de sesión en tu cuenta',
      heading: 'Nuevo inicio de sesión en tu cuenta',
      paragraphs: ['Se usó tu acceso en un dispositivo o una región que no habíamos visto antes.'],
      facts: [
        ['Cuándo', sayMoment('es', moment)],
        ['Dispositivo', device],
        ['Región', region ?? 'desconocida'],
      ],
      action: { label: 'Ver mis sesiones', url: sessionsUrl },
      why: 'Recibes este correo porque se trata de la seguridad de tu acceso. Si fuiste tú, no hay nada que hacer.',
      ifNotYou: 'Si no fuiste tú, cierra esa sesión, cambia tu contraseña y avisa a un dueño de tu cuenta.',
    }),
  },
});
