import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayMoment } from '../mail-words.ts';
import { linkParameter, momentParameters, nameParameter } from '../template-parameters.ts';

/** To an owner: a member signed in from a device or a country not seen before. */
export const unusualSignInOfMember = defineTemplate({
  parameters: z.strictObject({
    ...momentParameters,
    memberName: nameParameter,
    company: nameParameter,
    device: nameParameter,
    region: nameParameter.nullable(),
    memberUrl: linkParameter,
  }),
  words: {
    en: ({ memberName, company, device, region, memberUrl, ...moment }) => ({
      subject: `Unusual sign-in of ${memberName}`,
      heading: `Unusual sign-in of ${memberName}`,
      paragraphs: [
        `The sign-in of ${memberName} was used on a device or in a region that we have not seen before. ${memberName} was told as well.`,
      ],
      facts: [
        ['When', sayMoment('en', moment)],
        ['Device', device],
        ['Region', region ?? 'not known'],
      ],
      action: { label: 'See this member', url: memberUrl },
      why: `You get this mail because you are an owner of ${company}.`,
      ifNotYou: `If ${memberName} does not know of this sign-in, end the member’s sessions and reset the password.`,
    }),
    es: ({ memberName, company, device, region, memberUrl, ...moment }) => ({
      subject: `Inicio de sesión inusual de ${memberName}`,
      heading: `Inicio de sesión inusual de ${memberName}`,
      paragraphs: [
        `Se usó el acceso de ${memberName} en un dispositivo o una región que no habíamos visto antes. También le avisamos a ${memberName}.`,
      ],
      facts: [
        ['Cuándo', sayMoment('es', moment)],
        ['Dispositivo', device],
        ['Región', region ?? 'desconocida'],
      ],
      action: { label: 'Ver a este miembro', url: memberUrl },
      why: `Recibes este correo porque eres dueño de ${company}.`,
      ifNotYou: `Si ${memberName} no reconoce este inicio de sesión, cierra sus sesiones y restablece su contraseña.`,
    }),
  },
});
