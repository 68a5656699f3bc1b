import { memberRoleSchema } from '@ticket-pros/contracts/member-role';
import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { roleWords } from '../mail-words.ts';
import { linkParameter, nameParameter } from '../template-parameters.ts';

/** To the member who invited: it worked. */
export const invitationAccepted = defineTemplate({
  parameters: z.strictObject({
    memberName: nameParameter,
    company: nameParameter,
    role: memberRoleSchema,
    url: linkParameter,
  }),
  words: {
    en: ({ memberName, company, role, url }) => ({
      subject: `${memberName} joined ${company}`,
      heading: `${memberName} joined ${company}`,
      paragraphs: [`${memberName} accepted your invitation and joined ${company} as ${roleWords.en[role]}.`],
      action: { label: 'See the people of the account', url },
      why: 'You get this mail because you made the invitation.',
      ifNotYou: 'If you invited nobody, deactivate this member and tell an owner of your account.',
    }),
    es: ({ memberName, company, role, url }) => ({
      subject: `${memberName} se unió a ${company}`,
      heading: `${memberName} se unió a ${company}`,
      paragraphs: [`${memberName} aceptó tu invitación y se unió a ${company}. Función: ${roleWords.es[role]}.`],
      action: { label: 'Ver las personas de la cuenta', url },
      why: 'Recibes este correo porque tú hiciste la invitación.',
      ifNotYou: 'Si no invitaste a nadie, desactiva a este miembro y avisa a un dueño de tu cuenta.',
    }),
  },
});
