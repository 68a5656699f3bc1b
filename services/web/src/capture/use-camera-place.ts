import { useEffect, useRef, useState } from 'react';

const address = '#camera';
/** The button on the page that opens the camera. */
export const cameraButtonId = 'open-camera';

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

  // Where the camera was, the button that opens it has the focus again.
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current && !isOpen) document.getElementById(cameraButtonId)?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);

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
