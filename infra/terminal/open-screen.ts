import { styleText } from 'node:util';

export type Screen = {
  line(text: string): void;
  /** A line that the next one replaces; shown on a terminal only. */
  progress(text: string): void;
  color(name: 'green' | 'red' | 'yellow' | 'dim', text: string): string;
};

/** Writes for people on a terminal, and plain lines for logs (CI, a file, NO_COLOR). */
export function openScreen(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Screen {
  const terminal = stream.isTTY === true && !environment.CI;
  const clear = terminal ? '\r\u001b[K' : '';
  return {
    line: (text) => stream.write(`${clear}${text}\n`),
    progress(text) {
      if (terminal) stream.write(`${clear}${text.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    color: (name, text) => (terminal && !environment.NO_COLOR ? styleText(name, text, { stream }) : text),
  };
}
