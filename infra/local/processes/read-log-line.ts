import { z } from 'zod';

const lineSchema = z.looseObject({
  level: z.number(),
  msg: z.string().optional(),
  err: z.looseObject({ message: z.string().optional() }).optional(),
});

export type LogLine = {
  /** As pino counts: 30 is information, 40 a warning, 50 an error. */
  level: number;
  /** The message in one readable line. */
  text: string;
};

const information = 30;

/** A line of a service's log for people. What is not JSON was printed by a library past the log: information. */
export function readLogLine(line: string): LogLine {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return { level: information, text: line };
  const { level, msg, err } = parsed.data;
  const text = [msg, err?.message].filter((part) => part !== undefined && part !== '').join(': ');
  return { level, text: text.split('\n', 1)[0] ?? '' };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
