import { api } from '../api/client.ts';
import { keepDeviceLanguage, readDeviceLanguage } from './device-language.ts';

/**
 * Tells the server which language this member chose on this device, where it does not know yet. Without a connection that
 * waits for the next page.
 */
export async function saveLanguageChoice(memberId: string): Promise<void> {
  const choice = readDeviceLanguage();
  if (choice?.unsavedFor !== memberId) return;
  try {
    const { response } = await api.PATCH('/v1/me', { body: { language: choice.language } });
    if (response.ok) keepDeviceLanguage({ ...choice, unsavedFor: null });
  } catch {
    // Kept on the device as not saved.
  }
}
