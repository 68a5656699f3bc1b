import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { roleWords, sayDuration } from '../mail-words.ts';
import { linkParameter, minutesParameter, nameParameter } from '../template-parameters.ts';

/** To somebody who is invited into an account. */
export const invitation = defineTemplate({
  parameters: z.strictObject({
    url: linkParameter,
    company: nameParameter,
    invitedBy: nameParameter,
    role: memberRoleSchema,
    validMinutes: minutesParameter,
  }),
  words: {
    en: ({ url, company, invitedBy, role, validMinutes }) => ({
      subject: `${invitedBy} invites you to ${company}`,
      heading: `Join ${company} on Ticket Pros`,
      paragraphs: [
        `${invitedBy} invites you to ${company}. You join as ${roleWords.en[role]}.`,
        'Ticket Pros turns photos of paper job tickets into records. You need a phone or a computer, and nothing to install.',
      ],
      action: { label: 'Accept the invitation', url },
      afterAction: `The link works for ${sayDuration('en', validMinutes)}.`,
      why: `You get this mail because ${invitedBy} entered your address to invite you.`,
      ifNotYou: 'If you do not know them, do nothing: you are in no account until you accept.',
    }),
    es: ({ url, company, invitedBy, role, validMinutes }) => ({
      subject: `${invitedBy} te invita a ${company}`,
      heading: `Únete a ${company} en Ticket Pros`,
      paragraphs: [
        `${invitedBy} te invita a ${company}. Tu función será: ${roleWords.es[role]}.`,
        'Ticket Pros convierte las fotos de tickets de papel en registros. Solo necesitas un teléfono o una computadora; no hay que instalar nada.',
      ],
      action: { label: 'Aceptar la invitación', url },
      afterAction: `El enlace sirve durante ${sayDuration('es', validMinutes)}.`,
      why: `Recibes este correo porque ${invitedBy} escribió tu dirección para invitarte.`,
      ifNotYou: 'Si no conoces a esa persona, no hagas nada: no estás en ninguna cuenta hasta que aceptes.',
    }),
  },
});
