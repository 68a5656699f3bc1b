/** More pixels make a hotter phone and no better reading. */
const wanted: MediaTrackConstraints = {
  facingMode: { ideal: 'environment' },
  width: { ideal: 3840 },
  height: { ideal: 2160 },
  frameRate: { ideal: 30, max: 30 },
};

/** Asks for the camera at the back, in the highest resolution that makes sense. Throws what `getUserMedia` throws. */
export async function openCamera(): Promise<MediaStream> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: wanted });
  const [track] = stream.getVideoTracks();
  if (track !== undefined && 'focusMode' in readCapabilities(track)) {
    const focus: MediaTrackConstraintSet & { focusMode: string } = { focusMode: 'continuous' };
    await track.applyConstraints({ advanced: [focus] }).catch(() => undefined);
  }
  return stream;
}

/** What the track can do; browsers that do not tell can do nothing beyond the picture. */
export function readCapabilities(track: MediaStreamTrack): MediaTrackCapabilities {
  return 'getCapabilities' in track ? track.getCapabilities() : {};
}
