/** A catalogue section: texts, or sections of texts. */
export interface Messages {
  [key: string]: string | Messages;
}

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key;

/** Every address of a text in a catalogue, levels parted by dots; plural forms share the one without their ending. */
export type MessageKey<Section> = {
  [Key in keyof Section & string]: Section[Key] extends string
    ? WithoutPlural<Key>
    : `${Key}.${MessageKey<Section[Key]>}`;
}[keyof Section & string];

export type Translate<Section> = (key: MessageKey<Section>, values?: Record<string, string | number>) => string;

/**
 * Looks texts up in a catalogue of the same form that i18next reads in the office: `{{name}}` is filled in, and `count`
 * chooses between `_one`, `_other` and the other plural forms of the language. It stands in for i18next on the phone's
 * page, whose code has to arrive over a weak signal.
 */
export function makeTranslate<Section extends Messages>(language: string, messages: Section): Translate<Section> {
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const form = typeof values.count === 'number' ? `${key}_${plural.select(values.count)}` : key;
    const text = find(messages, form) ?? find(messages, `${key}_other`) ?? find(messages, key) ?? key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function find(messages: Messages, key: string): string | undefined {
  let found: string | Messages | undefined = messages;
  for (const level of key.split('.')) found = typeof found === 'object' ? found[level] : undefined;
  return typeof found === 'string' ? found : undefined;
}
