import type { Scene } from './scene.ts';

export type Kind = 'printed' | 'handwritten';

/** What stands on the paper and what a reader should make of it. */
export type FieldLabel = { value: string; normalized: string; kind: Kind };

export type LineItem = {
  description: string;
  quantity: string | null;
  unit: string | null;
  rate: string | null;
  amount: string | null;
};

/** One ticket as a web page of `width` × `height` CSS pixels, with the labels of everything that was put into it. */
export type TicketPage = {
  name: string;
  template: string;
  condition: 'clean' | 'scan' | 'photo' | 'hard';
  width: number;
  height: number;
  /** What stands in no style sheet that it shares with others. */
  style: string;
  body: string;
  fields: Record<string, FieldLabel>;
  /** Fields whose printed label has nothing beside it. */
  blank: string[];
  lineItems: (LineItem & { kind: Kind })[];
  scene: Scene;
};
