import type { LineChances } from '../text-engine.ts';
import type { LineSign } from './split-words.ts';

/** The signs of one line, of how many steps they were made, and what else each step may be. */
export type ReadLine = { signs: LineSign[]; steps: number; chances: LineChances };
