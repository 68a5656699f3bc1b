import { useEffect, useState } from 'react';

const address = '#camera';

/**
 * Whether the camera is open. It has an address of its own (`/capture#camera`, or `?open=camera` from outside), so that
 * the phone's back button closes it.
 */
export function useCameraPlace(mayOpen: boolean): { isOpen: boolean; open: () => void; close: () => void } {
  const [isOpen, setOpen] = useState(() => mayOpen && isAsked());
  useEffect(() => {
    if (!mayOpen) return;
    if (new URLSearchParams(window.location.search).get('open') === 'camera') {
      window.history.replaceState(null, '', `${window.location.pathname}${address}`);
    }
    const follow = () => setOpen(window.location.hash === address);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [mayOpen]);

  return {
    isOpen,
    open: () => {
      window.location.hash = address;
    },
    close: () => {
      window.history.replaceState(null, '', window.location.pathname);
      setOpen(false);
    },
  };
}

function isAsked(): boolean {
  return window.location.hash === address || new URLSearchParams(window.location.search).get('open') === 'camera';
}
