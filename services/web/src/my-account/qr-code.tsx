import { create } from 'qrcode';
import styles from './my-account.module.css';

/** A text as a code that phones read with their camera, black on white in dark colours too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  const margin = 4;
  const squares = Array.from(modules.data.keys())
    .filter((at) => modules.data[at] === 1)
    .map((at) => `M${(at % size) + margin} ${Math.floor(at / size) + margin}h1v1h-1z`);
  const width = size + 2 * margin;
  return (
    <svg className={styles.qr} viewBox={`0 0 ${width} ${width}`} role="img" aria-label={label}>
      <rect width={width} height={width} fill="#ffffff" />
      <path d={squares.join('')} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
