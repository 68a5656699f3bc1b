import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './identity/office-base.css';
import { createRoot } from 'react-dom/client';
import { applyColorScheme } from './identity/apply-color-scheme.ts';
import { chooseLanguage } from './messages/choose-language.ts';
import { readDeviceLanguage } from './messages/device-language.ts';
import { startOfficeMessages } from './messages/office-messages.ts';
import { OfficeApp } from './shell/office-app.tsx';

applyColorScheme();
// Who is signed in is asked for later, and may want another one.
await startOfficeMessages(chooseLanguage({ device: readDeviceLanguage(), browser: navigator.languages }));
const element = document.getElementById('root');
if (element) createRoot(element).render(<OfficeApp />);
