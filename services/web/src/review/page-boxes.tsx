import type { ReviewField } from './arrange-fields.ts';
import { isDoubtful } from './is-doubtful.ts';
import styles from './viewer.module.css';

interface PageBoxesProps {
  page: number;
  fields: readonly ReviewField[];
  focused: ReviewField | null;
  onPick: (field: ReviewField) => void;
}

/** Where the values stand on the page. A convenience for the mouse: the fields themselves say the same to everybody. */
export function PageBoxes({ page, fields, focused, onPick }: PageBoxesProps) {
  const shown = new Set<string>();
  return (
    <div aria-hidden className={styles.boxes} data-lit={focused !== null}>
      {fields.map((field) => {
        const box = field.value?.box;
        if (!box || box.page !== page) return null;
        // The cells of a table row may share the row's box: it is drawn once.
        const place = [box.x, box.y, box.width, box.height].join();
        if (shown.has(place) && field.key !== focused?.key) return null;
        shown.add(place);
        const doubtful = field.value?.source === 'reader' && isDoubtful(field.value.confidence);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: hidden from keyboards and screen readers, see above
          // biome-ignore lint/a11y/noStaticElementInteractions: as above
          <div
            key={field.key}
            className={styles.box}
            data-focused={field.key === focused?.key}
            data-doubtful={doubtful}
            style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
            onClick={() => onPick(field)}
          />
        );
      })}
    </div>
  );
}
