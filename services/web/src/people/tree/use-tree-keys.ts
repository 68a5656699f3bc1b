import { type KeyboardEvent, useRef } from 'react';
import type { TreeLine } from './tree-rows.ts';

interface TreeKeys {
  lines: readonly TreeLine[];
  nameOf: (line: TreeLine) => string;
  focus: (id: string) => void;
  toggle: (id: string) => void;
  openSiblings: (line: TreeLine) => void;
  choose: (line: TreeLine) => void;
}

/** Letters typed within this time are one word. */
const typingPauseMs = 700;

/** The keys of a tree: arrows, Home, End, Enter, * and the first letters of a name. */
export function useTreeKeys({ lines, nameOf, focus, toggle, openSiblings, choose }: TreeKeys) {
  const typed = useRef({ text: '', at: 0 });

  const goTo = (line: TreeLine | undefined) => {
    if (line) focus(line.id);
  };
  const goToName = (from: number, letter: string) => {
    const now = Date.now();
    const { text, at } = typed.current;
    const word = (now - at < typingPauseMs ? text : '') + letter.toLowerCase();
    typed.current = { text: word, at: now };
    // The same letter again and again walks through the names that begin with it.
    const isOneLetter = [...word].every((one) => one === word.charAt(0));
    const wanted = isOneLetter ? word.charAt(0) : word;
    const start = isOneLetter ? from + 1 : from;
    const order = [...lines.slice(start), ...lines.slice(0, start)];
    goTo(order.find((line) => nameOf(line).toLowerCase().startsWith(wanted)));
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const { line: lineId } = event.target.dataset;
    const at = lines.findIndex(({ id }) => id === lineId);
    const line = lines[at];
    if (line === undefined) return;
    if (event.key === 'ArrowDown') goTo(lines[at + 1]);
    else if (event.key === 'ArrowUp') goTo(lines[at - 1]);
    else if (event.key === 'Home') goTo(lines[0]);
    else if (event.key === 'End') goTo(lines.at(-1));
    else if (event.key === 'ArrowRight') {
      if (line.expanded === false) toggle(line.id);
      else if (line.expanded) goTo(lines[at + 1]);
    } else if (event.key === 'ArrowLeft') {
      if (line.expanded) toggle(line.id);
      else if (line.parentId !== null) focus(line.parentId);
    } else if (event.key === 'Enter' || event.key === ' ') choose(line);
    else if (event.key === '*') openSiblings(line);
    else if (event.key.length === 1 && event.key !== '/') goToName(at, event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
