import type { RefObject } from 'react';
import styles from './camera.module.css';
import type { Corners } from './outline/grey-frame.ts';

interface OutlineOverlayProps {
  video: RefObject<HTMLVideoElement | null>;
  corners: Corners | null;
}

/** The page that was found, drawn over the live picture. The box is fitted as the video is, so both lie on one another. */
export function OutlineOverlay({ video, corners }: OutlineOverlayProps) {
  const { videoWidth: width = 0, videoHeight: height = 0 } = video.current ?? {};
  if (corners === null || width === 0) return null;
  const points = corners.map(({ x, y }) => `${(x * width).toFixed(1)},${(y * height).toFixed(1)}`).join(' ');
  return (
    <svg className={styles.outline} viewBox={`0 0 ${width} ${height}`} aria-hidden data-outline>
      <polygon points={points} className={styles.outlineShade} />
      <polygon points={points} className={styles.outlineLine} />
    </svg>
  );
}
