export type BlockStyle = 'line' | 'cell' | 'inline' | 'rows' | 'colon' | 'under' | 'heads';

/** A label of a form, and the field whose value stands beside it; `kind` says what else does where it is no field. */
export type PlannedField = {
  name: string | null;
  label: string;
  /** What is written there where it is no field that is wanted. */
  other: string | null;
  /** Share of tickets on which nothing is filled in. */
  blank: number;
  /** Whether the unit stands behind the value. */
  withUnit: boolean;
  byHand: boolean;
};

/** Labels that are printed alike and stand together. */
export type Block = { part: string; style: BlockStyle; columns: number; fields: PlannedField[]; half: boolean };
