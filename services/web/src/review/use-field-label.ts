import { useTranslation } from 'react-i18next';
import type { fields } from '../messages/en/fields.ts';

type PlainField = Exclude<keyof typeof fields, 'line_items'>;
type Column = keyof typeof fields.line_items;

/** Gives a field's name for people; a field that the catalogue does not know is shown by its own name. */
export function useFieldLabel(): (field: string) => string {
  const { t, i18n } = useTranslation();
  const isPlainField = (name: string): name is PlainField => name !== 'line_items' && i18n.exists(`fields.${name}`);
  const isColumn = (name: string | undefined): name is Column =>
    name !== undefined && i18n.exists(`fields.line_items.${name}`);
  return (field) => {
    const [name = field, column] = field.split('.');
    if (name === 'line_items' && isColumn(column)) return t(`fields.line_items.${column}`);
    if (isPlainField(name)) return t(`fields.${name}`);
    return field.replaceAll(/[._]/g, ' ');
  };
}
