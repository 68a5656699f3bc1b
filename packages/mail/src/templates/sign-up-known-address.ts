import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { linkParameter } from '../template-parameters.ts';

/** To a user whose address somebody signed up with again: the page tells nobody that the address is known, this mail tells its owner. */
export const signUpKnownAddress = defineTemplate({
  parameters: z.strictObject({ signInUrl: linkParameter, resetUrl: linkParameter }),
  words: {
    en: ({ signInUrl, resetUrl }) => ({
      subject: 'You already have a sign-in',
      heading: 'You already have a sign-in',
      paragraphs: [
        'Somebody tried to sign up with your address. You already have a sign-in with it, so nothing was changed.',
        'If that was you, sign in as usual. To open another account, sign in first.',
      ],
      action: { label: 'Sign in', url: signInUrl },
      afterAction: `Forgot your password? Set a new one: ${resetUrl}`,
      why: 'You get this mail because this address was entered on the sign-up page of Ticket Pros.',
      ifNotYou: 'If that was not you, do nothing: nobody got into your account.',
    }),
    es: ({ signInUrl, resetUrl }) => ({
      subject: 'Ya tienes acceso a Ticket Pros',
      heading: 'Ya tienes acceso a Ticket Pros',
      paragraphs: [
        'Alguien quiso registrarse con tu dirección. Ya tienes acceso con ella, así que no se cambió nada.',
        'Si fuiste tú, inicia sesión como siempre. Para abrir otra cuenta, inicia sesión primero.',
      ],
      action: { label: 'Iniciar sesión', url: signInUrl },
      afterAction: `¿Olvidaste tu contraseña? Crea una nueva: ${resetUrl}`,
      why: 'Recibes este correo porque esta dirección se escribió en la página de registro de Ticket Pros.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: nadie entró en tu cuenta.',
    }),
  },
});
