import { onPageLanguage, pageLanguage } from '../../messages/page-language.ts';

/** Has the browser name the app's shortcuts in the page's language; whichever it reads, it is the same app. */
export function followManifest(): void {
  const choose = () => {
    const address = pageLanguage() === 'es' ? '/manifest-es.webmanifest' : '/manifest.webmanifest';
    const link = document.querySelector('link[rel="manifest"]');
    if (link?.getAttribute('href') !== address) link?.setAttribute('href', address);
  };
  onPageLanguage(choose);
}
