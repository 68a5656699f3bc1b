import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { linkParameter } from '../template-parameters.ts';

/** To a user whose address somebody entered to take an invitation: only who is signed in can take it with this address. */
export const joinKnownAddress = defineTemplate({
  parameters: z.strictObject({ invitationUrl: linkParameter, signInUrl: linkParameter }),
  words: {
    en: ({ invitationUrl, signInUrl }) => ({
      subject: 'Sign in to accept the invitation',
      heading: 'Sign in to accept the invitation',
      paragraphs: [
        'Somebody entered your address to accept an invitation. You already have a sign-in with it, so nothing was changed.',
        `If that was you, sign in first: ${signInUrl}`,
        'Then open the invitation again.',
      ],
      action: { label: 'Open the invitation', url: invitationUrl },
      why: 'You get this mail because this address was entered on an invitation page of Ticket Pros.',
      ifNotYou: 'If that was not you, do nothing: nobody got into your account.',
    }),
    es: ({ invitationUrl, signInUrl }) => ({
      subject: 'Inicia sesión para aceptar la invitación',
      heading: 'Inicia sesión para aceptar la invitación',
      paragraphs: [
        'Alguien escribió tu dirección para aceptar una invitación. Ya tienes acceso con ella, así que no se cambió nada.',
        `Si fuiste tú, primero inicia sesión: ${signInUrl}`,
        'Después abre la invitación otra vez.',
      ],
      action: { label: 'Abrir la invitación', url: invitationUrl },
      why: 'Recibes este correo porque esta dirección se escribió en una página de invitación de Ticket Pros.',
      ifNotYou: 'Si no fuiste tú, no hagas nada: nadie entró en tu cuenta.',
    }),
  },
});
