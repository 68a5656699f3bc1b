import styles from './sign-in.module.css';

/** What the product does, drawn: a paper ticket, three places on it lit, three values beside it. */
export function TicketDrawing() {
  const lines = [0, 1, 2, 3, 4];
  const values = [
    { paper: { x: 128, y: 56, width: 76 }, y: 64 },
    { paper: { x: 44, y: 132, width: 104 }, y: 148 },
    { paper: { x: 136, y: 246, width: 68 }, y: 240 },
  ];
  return (
    <svg className={styles.drawing} viewBox="0 0 480 320" aria-hidden="true" focusable="false">
      <g transform="rotate(-4 124 160)">
        <path
          className={styles.paper}
          d="M24 20h200v268l-20-10-20 10-20-10-20 10-20-10-20 10-20-10-20 10-20-10-20 10z"
        />
        <rect className={styles.print} x="44" y="40" width="60" height="14" rx="3" />
        <rect className={styles.faint} x="44" y="64" width="44" height="6" rx="3" />
        {lines.map((line) => (
          <g key={line}>
            <rect
              className={styles.faint}
              x="44"
              y={112 + line * 24}
              width={64 + ((line * 37) % 48)}
              height="7"
              rx="3"
            />
            <rect className={styles.faint} x="172" y={112 + line * 24} width="32" height="7" rx="3" />
          </g>
        ))}
        {values.map(({ paper }) => (
          <g key={paper.y}>
            <rect className={styles.lit} x={paper.x - 6} y={paper.y - 7} width={paper.width + 12} height="26" rx="4" />
            <rect className={styles.print} x={paper.x} y={paper.y + 1} width={paper.width} height="10" rx="3" />
          </g>
        ))}
      </g>
      {values.map(({ paper, y }) => (
        <g key={y}>
          <path
            className={styles.thread}
            d={`M${paper.x + paper.width + 14} ${paper.y + 2}C280 ${paper.y} 256 ${y + 16} 304 ${y + 16}`}
          />
          <rect className={styles.chip} x="304" y={y - 8} width="152" height="48" rx="8" />
          <rect className={styles.faint} x="320" y={y + 3} width="40" height="6" rx="3" />
          <rect className={styles.print} x="320" y={y + 17} width={paper.width * 0.8} height="10" rx="3" />
          <path className={styles.tick} d={`m430 ${y + 16} 5 5 9-11`} />
        </g>
      ))}
    </svg>
  );
}
