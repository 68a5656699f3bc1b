import type { Language } from '@ticket-pros/contracts/account';

/** What can be wrong with a line of a CSV of people to invite, to whoever sent it. */
export type LineWords = {
  nameMissing: string;
  nameUnfit: string;
  emailMissing: string;
  emailUnfit: string;
  emailTwice: (line: number) => string;
  roleUnknown: string;
  superiorUnknown: string;
  superiorAmbiguous: string;
  ownerBelow: string;
  invited: string;
  member: string;
};

export const lineWords: Record<Language, LineWords> = {
  en: {
    nameMissing: 'The name is missing.',
    nameUnfit: 'The name is too long, or has characters that no name has.',
    emailMissing: 'The e-mail address is missing.',
    emailUnfit: 'This is not an e-mail address.',
    emailTwice: (line) => `Line ${line} has the same e-mail address.`,
    roleUnknown: 'The role has to be owner, office or crew.',
    superiorUnknown: 'Nobody in your account has this e-mail address, sign-in name or name to report to.',
    superiorAmbiguous:
      'Several people have this name. Write the e-mail address or the sign-in name of the one to report to.',
    ownerBelow: 'Owners report to nobody. Leave it empty.',
    invited: 'There is an open invitation for this address already.',
    member: 'Somebody with this address is in your account already.',
  },
  es: {
    nameMissing: 'Falta el nombre.',
    nameUnfit: 'El nombre es demasiado largo o tiene caracteres que ningún nombre tiene.',
    emailMissing: 'Falta el correo.',
    emailUnfit: 'Esto no es un correo.',
    emailTwice: (line) => `La línea ${line} tiene el mismo correo.`,
    roleUnknown: 'La función tiene que ser dueño, oficina o cuadrilla.',
    superiorUnknown: 'Nadie en tu cuenta tiene este correo, nombre de usuario o nombre para reportarle.',
    superiorAmbiguous:
      'Varias personas tienen este nombre. Escribe el correo o el nombre de usuario de la persona a quien reporta.',
    ownerBelow: 'Los dueños no reportan a nadie. Déjalo vacío.',
    invited: 'Ya hay una invitación abierta para este correo.',
    member: 'Ya hay alguien con este correo en tu cuenta.',
  },
};
