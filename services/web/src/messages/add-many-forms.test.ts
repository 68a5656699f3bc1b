import { expect, test } from '@jest/globals';
import i18next from 'i18next';
import { addManyForms } from './add-many-forms.ts';
import type { Messages } from './make-translate.ts';

async function finds(messages: Messages, count: number): Promise<boolean> {
  const instance = i18next.createInstance();
  await instance.init({ lng: 'es', resources: { es: { translation: messages } } });
  return instance.exists('list.left', { count });
}

test('a whole million has words in Spanish too', async () => {
  const messages = { list: { left_one: 'Queda {{count}}', left_other: 'Quedan {{count}}', end: 'Son todos.' } };
  expect(await finds(messages, 1_000_000)).toBe(false);
  expect(await finds(addManyForms(messages), 1_000_000)).toBe(true);
  expect(addManyForms(messages)).toEqual({ list: { ...messages.list, left_many: 'Quedan {{count}}' } });
});
