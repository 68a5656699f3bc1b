import i18next from 'i18next';
import { capture } from './en/capture.ts';
import { common } from './en/common.ts';
import { failures } from './en/failures.ts';

/** Loads the few sections of the message catalogue that the capture page shows. */
export async function startCaptureMessages(): Promise<void> {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: { capture, common, failures } } },
    interpolation: { escapeValue: false },
  });
}
