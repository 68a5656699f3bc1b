import { useState } from 'react';

const storageKey = 'ticket-pros-hand';
export type Hand = 'right' | 'left';

/** On which side the buttons are that are pressed most; kept on this phone. */
export function useHand(): { hand: Hand; switchHand: () => void } {
  const [hand, setHand] = useState<Hand>(() => (localStorage.getItem(storageKey) === 'left' ? 'left' : 'right'));
  const switchHand = () => {
    const other = hand === 'right' ? 'left' : 'right';
    setHand(other);
    localStorage.setItem(storageKey, other);
  };
  return { hand, switchHand };
}
