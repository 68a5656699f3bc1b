import { useTranslation } from 'react-i18next';
import type { ticketTypes } from '../messages/en/fields.ts';

/** Gives what tickets of a type are called, several of them; a type that the catalogue does not know is shown by `name`, else its key. */
export function useTicketTypeName(): (key: string, name?: string) => string {
  const { t, i18n } = useTranslation();
  const isKnown = (key: string): key is keyof typeof ticketTypes => i18n.exists(`ticketTypes.${key}`);
  return (key, name) => (isKnown(key) ? t(`ticketTypes.${key}`) : (name ?? key));
}
