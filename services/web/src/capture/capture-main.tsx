import './capture-base.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { applyColorScheme } from '../identity/apply-color-scheme.ts';
import { showCaptureIn, t } from '../messages/capture-messages.ts';
import { CapturePage } from './capture-page.tsx';
import { FullPageNotice } from './full-page-notice.tsx';
import { startOutbox } from './outbox.ts';
import { findSignedInMember } from './signed-in-member.ts';

function canKeepPhotos(): boolean {
  return window.isSecureContext && 'subtle' in crypto && 'locks' in navigator;
}

async function start(root: Root): Promise<void> {
  if (!canKeepPhotos()) {
    root.render(<FullPageNotice title={t('capture.insecureTitle')} hint={t('capture.insecureHint')} />);
    return;
  }
  const [signedIn, outbox] = await Promise.all([findSignedInMember(), startOutbox().catch(() => null)]);
  if (signedIn.kind === 'signed-out') {
    window.location.replace('/sign-in?goTo=/capture');
    return;
  }
  const reload = { label: t('common.tryAgain'), run: () => window.location.reload() };
  if (outbox === null) {
    root.render(
      <FullPageNotice title={t('capture.noStorageTitle')} hint={t('capture.noStorageHint')} action={reload} />,
    );
  } else if (signedIn.kind === 'unreachable') {
    root.render(<FullPageNotice title={t('common.productName')} hint={t('common.unreachable')} action={reload} />);
  } else {
    root.render(
      <StrictMode>
        <CapturePage outbox={outbox} member={signedIn.member} />
      </StrictMode>,
    );
  }
}

applyColorScheme();
await showCaptureIn('en');
const element = document.getElementById('root');
if (element) await start(createRoot(element));
