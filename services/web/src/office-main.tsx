import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './identity/office-base.css';
import { createRoot } from 'react-dom/client';
import { applyColorScheme } from './identity/apply-color-scheme.ts';
import { startOfficeMessages } from './messages/office-messages.ts';
import { OfficeApp } from './shell/office-app.tsx';

applyColorScheme();
await startOfficeMessages('en');
const element = document.getElementById('root');
if (element) createRoot(element).render(<OfficeApp />);
