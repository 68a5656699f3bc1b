import './capture-base.css';
import './early-shutter.css';
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
import { type Outbox, startOutbox } from './outbox/outbox.ts';
import { type CaptureMember, findSignedInMember, readRememberedMember, type SignedIn } from './signed-in-member.ts';

function canKeepPhotos(): boolean {
  return window.isSecureContext && 'subtle' in crypto && 'locks' in navigator;
}

async function start(root: Root): Promise<void> {
  if (await takeOverAtStart()) return;
  const remembered = readRememberedMember();
  const first = chooseCaptureLanguage(remembered);
  // Words in the other language are better than none.
  await showCaptureIn(first).catch(() => showCaptureIn(first === 'en' ? 'es' : 'en'));
  if (!canKeepPhotos()) {
    root.render(<FullPageNotice title={t('capture.insecureTitle')} hint={t('capture.insecureHint')} />);
    return;
  }
  const asked = findSignedInMember();
  // Whoever was here last photographs at once; who it really is, the server says behind it, and checks with every photo.
  let shown = remembered && (await showPage(root, { member: remembered, mayInvite: false, isSeenAs: false }));
  const signedIn = await asked;
  if (signedIn.kind === 'unreachable') {
    root.render(<FullPageNotice title={t('common.productName')} hint={t('common.unreachable')} action={reload()} />);
  } else if (signedIn.kind === 'member') {
    if (shown && shown.memberId !== signedIn.member.id) shown.close();
    shown = await showPage(root, signedIn, shown?.memberId === signedIn.member.id ? shown : null);
  } else if (shown?.view().tickets.some(({ status }) => status !== 'stored')) {
    // What is kept here stays in sight; the page says what to do.
    shown.show({ paused: signedIn.kind === 'signed-out' ? 'signed_out' : 'second_factor' });
  } else if (signedIn.kind === 'second-factor-needed') {
    window.location.replace('/second-factor?goTo=/capture');
  } else {
    // Who was here before is told that it ended.
    window.location.replace(`/sign-in?goTo=/capture${remembered === null ? '' : '&ended=true'}`);
  }
}

type Shown = Pick<Extract<SignedIn, { kind: 'member' }>, 'member' | 'mayInvite' | 'isSeenAs'>;

/** Shows a member's page with its outbox, which is opened unless it is given; null where nothing can be kept here. */
async function showPage(root: Root, { member, mayInvite, isSeenAs }: Shown, opened: Outbox | null = null) {
  const onBlocked = () => root.render(<FullPageNotice title={t('outbox.blocked')} hint={t('outbox.blockedHint')} />);
  const parts = browserParts(() => void requestBackgroundSend());
  const outbox = opened ?? (await startOutbox(parts, member.id, onBlocked).catch(() => null));
  if (outbox === null) {
    root.render(
      <FullPageNotice title={t('capture.noStorageTitle')} hint={t('capture.noStorageHint')} action={reload()} />,
    );
    return null;
  }
  // Who sees as another member goes on reading the language that it was reading.
  if (!isSeenAs) await speakTo(member);
  root.render(
    <StrictMode>
      <CapturePage key={member.id} outbox={outbox} member={member} mayInvite={mayInvite} isSeenAs={isSeenAs} />
    </StrictMode>,
  );
  return outbox;
}

function reload() {
  return { label: t('common.tryAgain'), run: () => window.location.reload() };
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
