import type { FieldEdits } from './use-field-edits.ts';

/** What every input of the review page shares. */
export interface FieldPanel {
  edits: FieldEdits;
  editable: boolean;
  inputId: (key: string) => string;
  onFocus: (key: string | null) => void;
  goToNext: (key: string) => void;
  goToDoubtful: (key: string | null) => void;
}
