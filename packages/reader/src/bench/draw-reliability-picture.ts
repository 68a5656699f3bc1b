import { binByConfidence, type Judged } from '../confidence/measure-calibration.ts';

const side = 360;
const rim = 46;

/** The reliability diagram as SVG: confidence from left to right, the share of right values upwards, a bar for each tenth, as dark as it has values. */
export function drawReliabilityPicture(values: readonly Judged[], title: string): string {
  const x = (share: number): number => rim + share * side;
  const y = (share: number): number => rim + (1 - share) * side;
  const bars = binByConfidence(values)
    .filter(({ count }) => count > 0)
    .map(({ from, to, count, right }) => {
      const dark = (0.25 + 0.75 * Math.sqrt(count / values.length)).toFixed(2);
      const bar = `<rect x="${x(from) + 2}" y="${y(right)}" width="${x(to) - x(from) - 4}" height="${y(0) - y(right)}" fill="#25639c" fill-opacity="${dark}"/>`;
      return `${bar}<text x="${(x(from) + x(to)) / 2}" y="${y(right) - 4}" text-anchor="middle">${count}</text>`;
    });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<text x="${x(share)}" y="${y(0) + 16}" text-anchor="middle">${share}</text><text x="${rim - 8}" y="${y(share) + 4}" text-anchor="end">${share}</text>`,
  );
  const size = side + 2 * rim;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" font-family="sans-serif" font-size="11">
<rect width="${size}" height="${size}" fill="#fff"/><text x="${size / 2}" y="22" text-anchor="middle" font-size="13">${title}</text>
<rect x="${rim}" y="${rim}" width="${side}" height="${side}" fill="none" stroke="#999"/>
${bars.join('\n')}
<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#b33" stroke-dasharray="5 4"/>
${ticks.join('\n')}
<text x="${size / 2}" y="${size - 8}" text-anchor="middle">confidence told</text>
<text x="14" y="${size / 2}" text-anchor="middle" transform="rotate(-90 14 ${size / 2})">share that is right</text></svg>
`;
}
