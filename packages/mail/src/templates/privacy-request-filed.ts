import { privacyRequestKindSchema } from '@ticket-pros/contracts/privacy-request';
import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { privacyRequestWords, sayDay } from '../mail-words.ts';
import { linkParameter, nameParameter } from '../template-parameters.ts';

/** To an owner: a member asks about their own data. */
export const privacyRequestFiled = defineTemplate({
  parameters: z.strictObject({
    kind: privacyRequestKindSchema,
    memberName: nameParameter,
    company: nameParameter,
    dueAt: z.date(),
    timeZone: z.string(),
    url: linkParameter,
  }),
  words: {
    en: ({ kind, memberName, company, url, ...due }) => ({
      subject: `Privacy request of ${memberName}`,
      heading: `Privacy request of ${memberName}`,
      paragraphs: [`${memberName} asks ${privacyRequestWords.en[kind]}. Please answer by ${sayDay('en', due)}.`],
      action: { label: 'Answer the request', url },
      why: `You get this mail because you are an owner of ${company}, and owners answer the privacy requests of its members.`,
      ifNotYou: 'If you do not know this member, look into the request before you hand anything out.',
    }),
    es: ({ kind, memberName, company, url, ...due }) => ({
      subject: `Solicitud de privacidad de ${memberName}`,
      heading: `Solicitud de privacidad de ${memberName}`,
      paragraphs: [
        `${memberName} solicita ${privacyRequestWords.es[kind]}. Responde a más tardar el ${sayDay('es', due)}.`,
      ],
      action: { label: 'Responder la solicitud', url },
      why: `Recibes este correo porque eres dueño de ${company}, y los dueños responden las solicitudes de privacidad de sus miembros.`,
      ifNotYou: 'Si no conoces a este miembro, revisa la solicitud antes de entregar nada.',
    }),
  },
});
