import { useEffect, useState } from 'react';
import styles from './qr-code.module.css';

interface Drawing {
  size: number;
  path: string;
}

/** Light around the code, in modules, without which phones don't find it. */
const quiet = 4;

interface QrCodeProps {
  text: string;
  label: string;
  /** Large to be shown to somebody across a table. */
  size: 'small' | 'large';
}

/** A QR code, drawn here: what it says is told to nobody. Dark on light in either colour scheme, as phones read nothing else. */
export function QrCode({ text, label, size: width }: QrCodeProps) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let isWanted = true;
    void drawCode(text).then((drawn) => {
      if (isWanted) setDrawing(drawn);
    });
    return () => {
      isWanted = false;
    };
  }, [text]);
  const size = drawing ? drawing.size + 2 * quiet : 1;
  return (
    <svg
      className={styles.code}
      data-size={width}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      {drawing && <path d={drawing.path} />}
    </svg>
  );
}

async function drawCode(text: string): Promise<Drawing> {
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) dark.push(`M${column + quiet} ${row + quiet}h1v1h-1z`);
    }
  }
  return { size: modules.size, path: dark.join('') };
}
