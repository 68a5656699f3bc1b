import type { Language } from '@ticket-pros/contracts/account';
import { z } from 'zod';
import { defineTemplate } from '../define-template.ts';
import { sayMoment } from '../mail-words.ts';
import { linkParameter, momentParameters } from '../template-parameters.ts';

const changes = [
  'turned_on',
  'turned_off',
  'reset_by_owner',
  'new_recovery_codes',
  'recovery_code_used',
  'passkey_added',
  'passkey_removed',
] as const;

const changeWords: Record<Language, Record<(typeof changes)[number], string>> = {
  en: {
    turned_on: 'The second step of your sign-in was turned on.',
    turned_off: 'The second step of your sign-in was turned off.',
    reset_by_owner: 'An owner of your account removed the second step of your sign-in.',
    new_recovery_codes: 'New recovery codes were made. The old ones no longer work.',
    recovery_code_used: 'A recovery code was used to sign in. It does not work again.',
    passkey_added: 'A passkey was added to your sign-in.',
    passkey_removed: 'A passkey was removed from your sign-in.',
  },
  es: {
    turned_on: 'Se activó el segundo paso de tu inicio de sesión.',
    turned_off: 'Se desactivó el segundo paso de tu inicio de sesión.',
    reset_by_owner: 'Un dueño de tu cuenta quitó el segundo paso de tu inicio de sesión.',
    new_recovery_codes: 'Se crearon códigos de recuperación nuevos. Los anteriores ya no sirven.',
    recovery_code_used: 'Se usó un código de recuperación para entrar. Ya no vuelve a servir.',
    passkey_added: 'Se agregó una llave de acceso a tu inicio de sesión.',
    passkey_removed: 'Se quitó una llave de acceso de tu inicio de sesión.',
  },
};

/** To a user whose second factor, recovery codes or passkeys changed. */
export const secondFactorChangedNotice = defineTemplate({
  parameters: z.strictObject({ ...momentParameters, change: z.enum(changes), securityUrl: linkParameter }),
  words: {
    en: ({ change, securityUrl, ...moment }) => ({
      subject: 'How you sign in was changed',
      heading: 'How you sign in was changed',
      paragraphs: [changeWords.en[change]],
      facts: [['Changed', sayMoment('en', moment)]],
      action: { label: 'See how I sign in', url: securityUrl },
      why: 'You get this mail because it is about the safety of your sign-in.',
      ifNotYou:
        'If that was not you, change your password, end all your other sessions, and tell an owner of your account.',
    }),
    es: ({ change, securityUrl, ...moment }) => ({
      subject: 'Se cambió tu forma de entrar',
      heading: 'Se cambió tu forma de entrar',
      paragraphs: [changeWords.es[change]],
      facts: [['Cambio', sayMoment('es', moment)]],
      action: { label: 'Ver mi forma de entrar', url: securityUrl },
      why: 'Recibes este correo porque se trata de la seguridad de tu acceso.',
      ifNotYou:
        'Si no fuiste tú, cambia tu contraseña, cierra todas tus otras sesiones y avisa a un dueño de tu cuenta.',
    }),
  },
});
