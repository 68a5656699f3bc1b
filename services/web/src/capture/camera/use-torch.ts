import { useEffect, useState } from 'react';
import { readCapabilities } from './open-camera.ts';

/** The lamp beside the camera: whether there is one that the browser lets pages use, whether it is on, and its switch. */
export function useTorch(track: MediaStreamTrack | null): { has: boolean; isOn: boolean; toggle: () => Promise<void> } {
  const [isOn, setOn] = useState(false);
  // A new picture starts with the lamp off.
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each track anew
  useEffect(() => setOn(false), [track]);
  const has = track !== null && 'torch' in readCapabilities(track);
  const toggle = async () => {
    const torch: MediaTrackConstraintSet & { torch: boolean } = { torch: !isOn };
    try {
      await track?.applyConstraints({ advanced: [torch] });
      setOn(!isOn);
    } catch {
      setOn(false);
    }
  };
  return { has, isOn, toggle };
}
