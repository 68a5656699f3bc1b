import type { Screen } from '../../terminal/open-screen.ts';

const levels = [
  { from: 50, word: 'error', color: 'red' },
  { from: 40, word: 'warning', color: 'yellow' },
  { from: 0, word: '', color: 'dim' },
] as const;

/** Shows what the services log: warnings and errors, or everything. */
export function showLog(screen: Screen, everything: boolean) {
  return (service: string, level: number, text: string): void => {
    const kind = levels.find(({ from }) => level >= from) ?? levels[2];
    if (kind.word === '' && !everything) return;
    screen.line(`${screen.color(kind.color, `${service} ${kind.word}`.trim())}: ${text}`);
  };
}
