import { useTranslation } from 'react-i18next';
import { en } from '../messages/en.ts';

type PlainField = Exclude<keyof typeof en.fields, 'line_items'>;
type Column = keyof typeof en.fields.line_items;

function isPlainField(name: string): name is PlainField {
  return name in en.fields && name !== 'line_items';
}

function isColumn(name: string | undefined): name is Column {
  return name !== undefined && name in en.fields.line_items;
}

/** Gives a field's name for people; a field that the catalogue does not know is shown by its own name. */
export function useFieldLabel(): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    const [name = field, column] = field.split('.');
    if (name === 'line_items' && isColumn(column)) return t(`fields.line_items.${column}`);
    if (isPlainField(name)) return t(`fields.${name}`);
    return field.replaceAll(/[._]/g, ' ');
  };
}
