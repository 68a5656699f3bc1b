import type { Outbox } from '../outbox.ts';
import type { OutboxView } from '../outbox-view.ts';

/** Resolves when the outbox shows what is waited for. */
export function untilShown(outbox: Outbox, isSo: (view: OutboxView) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (isSo(outbox.view())) resolve();
    };
    outbox.subscribe(look);
    look();
  });
}

/** Every ticket that is shown is stored. */
export const allStored = ({ tickets }: OutboxView): boolean => tickets.every(({ status }) => status === 'stored');
