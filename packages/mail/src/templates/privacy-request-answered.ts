import { privacyRequestKindSchema } from '@ticket-pros/contracts/privacy-request';
import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { linkParameter, nameParameter } from '../template-parameters.ts';

/** To the member who asked. What was answered stands in the app alone. */
export const privacyRequestAnswered = defineTemplate({
  parameters: z.strictObject({
    kind: privacyRequestKindSchema,
    outcome: z.enum(['answered', 'refused']),
    company: nameParameter,
    url: linkParameter,
  }),
  words: {
    en: ({ kind, outcome, company, url }) => ({
      subject: 'Your privacy request was answered',
      heading: 'Your privacy request was answered',
      paragraphs: [
        `You asked ${company} ${askedInEnglish[kind]}.`,
        outcome === 'answered'
          ? 'Your request was granted.'
          : 'Your request was refused. The reason stands with the answer.',
      ],
      action: { label: 'Read the answer', url },
      why: `You get this mail because you filed a privacy request with ${company}.`,
      ifNotYou: 'If you filed none, change your password and tell an owner of your account.',
    }),
    es: ({ kind, outcome, company, url }) => ({
      subject: 'Se respondió tu solicitud de privacidad',
      heading: 'Se respondió tu solicitud de privacidad',
      paragraphs: [
        `Le pediste a ${company} ${askedInSpanish[kind]}.`,
        outcome === 'answered'
          ? 'Tu solicitud fue aceptada.'
          : 'Tu solicitud fue rechazada. El motivo está en la respuesta.',
      ],
      action: { label: 'Leer la respuesta', url },
      why: `Recibes este correo porque presentaste una solicitud de privacidad a ${company}.`,
      ifNotYou: 'Si no presentaste ninguna, cambia tu contraseña y avisa a un dueño de tu cuenta.',
    }),
  },
});

const askedInEnglish = {
  access: 'to show you your data',
  correct: 'to correct your data',
  delete: 'to delete your data',
  copy: 'for a copy of your data',
} as const;

const askedInSpanish = {
  access: 'ver tus datos',
  correct: 'que corrigiera tus datos',
  delete: 'que borrara tus datos',
  copy: 'una copia de tus datos',
} as const;
