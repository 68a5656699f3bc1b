import './capture-base.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { applyColorScheme } from '../identity/apply-color-scheme.ts';
import { showCaptureIn, t } from '../messages/capture-messages.ts';
import { pageLanguage } from '../messages/page-language.ts';
import { saveLanguageChoice } from '../messages/save-language-choice.ts';
import { CapturePage } from './capture-page.tsx';
import { chooseCaptureLanguage } from './choose-capture-language.ts';
import { FullPageNotice } from './full-page-notice.tsx';
import { followManifest } from './install/follow-manifest.ts';
import { watchInstallOffer } from './install/install-offer.ts';
import { requestBackgroundSend } from './install/request-background-send.ts';
import { startServiceWorker, takeOverAtStart } from './install/service-worker-updates.ts';
import { browserParts } from './outbox/browser-parts.ts';
import { startOutbox } from './outbox/outbox.ts';
import { type CaptureMember, findSignedInMember, readRememberedMember } from './signed-in-member.ts';

function canKeepPhotos(): boolean {
  return window.isSecureContext && 'subtle' in crypto && 'locks' in navigator;
}

async function start(root: Root): Promise<void> {
  if (await takeOverAtStart()) return;
  // The texts of whoever was here last are fetched while the server is asked who is here now.
  const first = chooseCaptureLanguage(readRememberedMember());
  // Words in the other language are better than none.
  const texts = showCaptureIn(first).catch(() => showCaptureIn(first === 'en' ? 'es' : 'en'));
  if (!canKeepPhotos()) {
    await texts;
    root.render(<FullPageNotice title={t('capture.insecureTitle')} hint={t('capture.insecureHint')} />);
    return;
  }
  const [signedIn] = await Promise.all([findSignedInMember(), texts]);
  if (signedIn.kind === 'signed-out') {
    // Who was here before is told that it ended; the photos that it did not send are still here.
    window.location.replace(`/sign-in?goTo=/capture${readRememberedMember() === null ? '' : '&ended=true'}`);
    return;
  }
  if (signedIn.kind === 'second-factor-needed') {
    window.location.replace('/second-factor?goTo=/capture');
    return;
  }
  const reload = { label: t('common.tryAgain'), run: () => window.location.reload() };
  if (signedIn.kind === 'unreachable') {
    root.render(<FullPageNotice title={t('common.productName')} hint={t('common.unreachable')} action={reload} />);
    return;
  }
  const { member, mayInvite, isSeenAs } = signedIn;
  const parts = browserParts(() => void requestBackgroundSend());
  const outbox = await startOutbox(parts, member.id).catch(() => null);
  if (outbox === null) {
    root.render(
      <FullPageNotice title={t('capture.noStorageTitle')} hint={t('capture.noStorageHint')} action={reload} />,
    );
  } else {
    // Who sees as another member goes on reading the language that it was reading.
    if (!isSeenAs) await speakTo(member);
    root.render(
      <StrictMode>
        <CapturePage outbox={outbox} member={member} mayInvite={mayInvite} isSeenAs={isSeenAs} />
      </StrictMode>,
    );
  }
}

async function speakTo(member: CaptureMember): Promise<void> {
  void saveLanguageChoice(member.id);
  const wanted = chooseCaptureLanguage(member);
  // Where the texts cannot be loaded, those that are there do.
  if (wanted !== pageLanguage()) await showCaptureIn(wanted).catch(() => undefined);
}

applyColorScheme();
followManifest();
watchInstallOffer();
void startServiceWorker();
const element = document.getElementById('root');
if (element) await start(createRoot(element));
