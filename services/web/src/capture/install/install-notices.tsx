import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { t } from '../../messages/capture-messages.ts';
import styles from './install-notices.module.css';
import { acceptInstallOffer, installOffer, onInstallOffer, refuseInstallOffer } from './install-offer.ts';
import { isNewVersionReady, onNewVersion, showNewVersion } from './service-worker-updates.ts';
import { forgetShareFailure, shareFailed } from './share-failure.ts';

/**
 * Lines about the page itself: shared photos that did not arrive, a new version, the offer to install. The last two only
 * where the moment is `calm`: no camera open, no draft begun, nothing being prepared.
 */
export function InstallNotices({ calm }: { calm: boolean }) {
  const newVersion = useSyncExternalStore(onNewVersion, isNewVersionReady);
  const offer = useSyncExternalStore(onInstallOffer, installOffer);
  const [failed, setFailed] = useState(shareFailed);

  if (failed) {
    const understood = () => {
      forgetShareFailure();
      setFailed(false);
    };
    return (
      <Line words={t('install.shareFailed')} role="alert">
        <LineButton words={t('install.understood')} onClick={understood} />
      </Line>
    );
  }
  if (!calm) return null;
  if (newVersion) {
    return (
      <Line words={t('install.newVersion')} role="status">
        <LineButton words={t('install.update')} onClick={() => void showNewVersion()} />
      </Line>
    );
  }
  if (offer === null) return null;
  return (
    <Line words={t(offer === 'ask' ? 'install.offer' : 'install.offerByShareMenu')}>
      {offer === 'ask' && <LineButton words={t('install.add')} onClick={() => void acceptInstallOffer()} />}
      <LineButton words={t('install.noThanks')} onClick={refuseInstallOffer} />
    </Line>
  );
}

function Line({ words, role, children }: { words: string; role?: 'alert' | 'status'; children: ReactNode }) {
  return (
    <div className={styles.line}>
      <p role={role}>{words}</p>
      {children}
    </div>
  );
}

function LineButton({ words, onClick }: { words: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.button} onClick={onClick}>
      {words}
    </button>
  );
}
