import { useTranslation } from 'react-i18next';
import { nameDevice } from './name-device.ts';

/** Says shortly what a device is; of one that nobody knows, the first word that it calls itself. */
export function useDeviceWords(): (userAgent: string | null) => string | null {
  const { t } = useTranslation();
  return (userAgent) => {
    if (userAgent === null) return null;
    const { browser, system } = nameDevice(userAgent);
    if (browser !== null && system !== null) return t('audit.deviceOn', { browser, system });
    return browser ?? system ?? userAgent.split(' ')[0] ?? null;
  };
}
