/** In milliseconds; the frame of the live picture is there already and does as well. */
const patience = 1_800;
/** A still has to have so many times the pixels of the live picture to be worth the wait. */
const worthIt = 1.6;

/** What ImageCapture of the Media Capture specification can do, where a browser has it. */
interface StillCamera {
  takePhoto: () => Promise<Blob>;
  getPhotoCapabilities: () => Promise<{ imageWidth?: { max: number }; imageHeight?: { max: number } }>;
}

declare global {
  interface Window {
    ImageCapture?: new (track: MediaStreamTrack) => StillCamera;
  }
}

/** A camera that takes stills with clearly more pixels than its live picture has; null where there is none. */
export async function findStillCamera(track: MediaStreamTrack, video: HTMLVideoElement): Promise<StillCamera | null> {
  if (window.ImageCapture === undefined) return null;
  try {
    const camera = new window.ImageCapture(track);
    const { imageWidth, imageHeight } = await camera.getPhotoCapabilities();
    const pixels = (imageWidth?.max ?? 0) * (imageHeight?.max ?? 0);
    return pixels > worthIt * video.videoWidth * video.videoHeight ? camera : null;
  } catch {
    return null;
  }
}

/** A still, or null where it does not come in time: a phone may take seconds to change its camera over. */
export async function takeStill(camera: StillCamera): Promise<Blob | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const still = camera.takePhoto().catch(() => null);
  return Promise.race([still, late]);
}

export type { StillCamera };
