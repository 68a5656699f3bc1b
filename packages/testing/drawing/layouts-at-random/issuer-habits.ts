import type { WritingHabits } from './write-amounts.ts';

export type Trade = 'scale' | 'haul' | 'concrete' | 'water' | 'fuel' | 'service' | 'time' | 'lading';

/** What one layout always does alike, ticket after ticket. */
export type IssuerHabits = {
  trade: Trade;
  writing: WritingHabits;
  byHand: boolean;
  /** What its amounts are counted in. */
  unit: string;
  unitText: string;
  weightUnit: string;
  numberPrefix: string;
  numberDigits: number;
  codes: { job: string; po: string; truck: string };
  taxRate: number;
  upper: boolean;
};
