import type { SeededRandom } from './seeded-random.ts';
import type { FieldLabel, Kind, LineItem } from './ticket-page.ts';

/**
 * Puts values onto a ticket page: each call returns HTML and remembers the label. `printed` is set by a machine,
 * `written` by hand (every letter a little off its line), `scrawl` is handwriting without a label.
 */
export function startWriting(random: SeededRandom, jitter = 1) {
  const fields: Record<string, FieldLabel> = {};
  const blank: string[] = [];
  const lineItems: (LineItem & { kind: Kind })[] = [];

  const scrawl = (text: string): string => {
    const letters = [...text].map((letter) => {
      if (letter === ' ') return `<i style="margin-right:${(0.28 + random() * 0.12).toFixed(2)}em"></i>`;
      const turn = ((random() - 0.5) * 5 * jitter).toFixed(1);
      const rise = ((random() - 0.5) * 0.09 * jitter).toFixed(3);
      const size = (1 + (random() - 0.5) * 0.12 * jitter).toFixed(3);
      return `<i style="transform:translateY(${rise}em) rotate(${turn}deg) scale(${size})">${escapeHtml(letter)}</i>`;
    });
    const slope = ((random() - 0.5) * 2.2 * jitter).toFixed(2);
    return `<span class="stroke" style="transform:rotate(${slope}deg)">${letters.join('')}</span>`;
  };
  const label = (name: string, value: string, normalized: string, kind: Kind, html: string): string => {
    fields[name] = { value, normalized, kind };
    return `<span class="${kind}" data-field="${name}">${html}</span>`;
  };
  const cell = (index: number, kind: Kind, text: string | null): string =>
    text === null
      ? ''
      : `<span class="${kind}" data-item="${index}">${kind === 'printed' ? escapeHtml(text) : scrawl(text)}</span>`;

  return {
    printed: (name: string, value: string, normalized = value.toUpperCase()): string =>
      label(name, value, normalized, 'printed', escapeHtml(value)),
    written: (name: string, value: string, normalized = value.toUpperCase()): string =>
      label(name, value, normalized, 'handwritten', scrawl(value)),
    scrawl: (text: string): string => `<span class="handwritten">${scrawl(text)}</span>`,
    leaveBlank: (name: string): string => {
      blank.push(name);
      return '';
    },
    /** The cells of one line item, in the order of the `LineItem` type. */
    item: (kind: Kind, item: LineItem): Record<keyof LineItem, string> => {
      const index = lineItems.push({ ...item, kind }) - 1;
      return {
        description: cell(index, kind, item.description),
        quantity: cell(index, kind, item.quantity),
        unit: cell(index, kind, item.unit),
        rate: cell(index, kind, item.rate),
        amount: cell(index, kind, item.amount),
      };
    },
    labels: { fields, blank, lineItems },
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
