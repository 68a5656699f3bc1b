import '../../capture/capture-base.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { applyColorScheme } from '../../identity/apply-color-scheme.ts';
import { chooseLanguage } from '../../messages/choose-language.ts';
import { readDeviceLanguage } from '../../messages/device-language.ts';
import { showJoinIn } from '../../messages/join-messages.ts';
import { pageLanguage } from '../../messages/page-language.ts';
import { InvitationGone } from './invitation-gone.tsx';
import { readInvitationToken } from './invitation-token.ts';
import { JoinPage } from './join-page.tsx';
import { lookAtInvitation } from './look-at-invitation.ts';

async function start(root: Root): Promise<void> {
  const wishes = { device: readDeviceLanguage(), browser: navigator.languages };
  // The texts are fetched while the server is asked what the invitation is for.
  const texts = showJoinIn(chooseLanguage(wishes));
  const token = readInvitationToken();
  const [found] = await Promise.all([token === null ? null : lookAtInvitation(token), texts]);
  if (token === null || found === null) root.render(<InvitationGone reason="cut" />);
  else if (found.kind === 'gone') root.render(<InvitationGone reason={found.reason} />);
  else {
    // Who never chose a language, and whose browser speaks none of ours, reads the company's.
    const wanted = chooseLanguage({ ...wishes, member: found.me?.member, account: found.invitation.language });
    if (wanted !== pageLanguage()) await showJoinIn(wanted).catch(() => undefined);
    root.render(
      <StrictMode>
        <JoinPage token={token} invitation={found.invitation} me={found.me} />
      </StrictMode>,
    );
  }
}

applyColorScheme();
const element = document.getElementById('root');
if (element) await start(createRoot(element));
