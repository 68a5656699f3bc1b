/** Why there is no live picture. `insecure`: the address is not https, where browsers have no camera at all. */
export type CameraProblem = 'denied' | 'none' | 'inUse' | 'insecure' | 'unsupported' | 'failed';

/** What a browser means by refusing its camera, told by the name of its exception. */
export function nameCameraProblem(error: unknown): CameraProblem {
  // Not every browser's exceptions are instances of Error.
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : '';
  switch (name) {
    case 'NotAllowedError':
    case 'SecurityError':
    case 'PermissionDeniedError':
      return 'denied';
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'inUse';
    default:
      return 'failed';
  }
}

/** What this browser lacks for a live picture, before it is asked for one. */
export function findMissingPart(): CameraProblem | null {
  if (!window.isSecureContext) return 'insecure';
  const hasCamera = 'mediaDevices' in navigator && 'getUserMedia' in navigator.mediaDevices;
  return hasCamera && 'OffscreenCanvas' in window && 'createImageBitmap' in window ? null : 'unsupported';
}
