import { api } from '../api/client.ts';
import { keepDeviceLanguage, readDeviceLanguage } from './device-language.ts';

let line: Promise<void> = Promise.resolve();

/**
 * Tells the server which language this member chose on this device, where it does not know yet: one choice after the
 * other, so that the last one stands. Without a connection that waits for the next page.
 */
export function saveLanguageChoice(memberId: string): Promise<void> {
  line = line.then(() => save(memberId));
  return line;
}

async function save(memberId: string): Promise<void> {
  const choice = readDeviceLanguage();
  if (choice?.unsavedFor !== memberId) return;
  try {
    const { response } = await api.PATCH('/v1/me', { body: { language: choice.language } });
    // What was chosen meanwhile is not saved by this answer.
    const isLatest = readDeviceLanguage()?.language === choice.language;
    if (response.ok && isLatest) keepDeviceLanguage({ ...choice, unsavedFor: null });
  } catch {
    // Kept on the device as not saved.
  }
}
