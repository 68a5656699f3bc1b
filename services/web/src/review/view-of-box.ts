interface Size {
  width: number;
  height: number;
}

interface Rectangle extends Size {
  x: number;
  y: number;
}

/** How a page is shown: page pixels are multiplied by `scale`, then moved by `x` and `y` screen pixels. */
export interface PageView {
  scale: number;
  x: number;
  y: number;
}

/** Text of this height on the screen can be read with ease. */
const legibleHeight = 17;
/** A value is shown with this much of the page around it. */
const widestShare = 0.6;
const margin = 24;

/** The view that shows the whole page in the middle of the window. */
export function viewOfPage(page: Size, window: Size): PageView {
  const scale = Math.min((window.width - margin) / page.width, (window.height - margin) / page.height);
  return { scale, x: (window.width - page.width * scale) / 2, y: (window.height - page.height * scale) / 2 };
}

/**
 * The view in which a box can be read, with its surroundings. It is the present view where the box is legible and in
 * sight there, so that nothing moves without need.
 */
export function viewOfBox(box: Rectangle, page: Size, window: Size, present: PageView): PageView {
  const whole = viewOfPage(page, window).scale;
  const byHeight = legibleHeight / Math.min(box.width, box.height);
  const byWidth = Math.min((widestShare * window.width) / box.width, (widestShare * window.height) / box.height);
  const wanted = Math.max(whole, Math.min(byHeight, byWidth));

  const legible = present.scale >= wanted * 0.75 && present.scale <= wanted * 2.5;
  const left = present.x + box.x * present.scale;
  const top = present.y + box.y * present.scale;
  const inSight =
    left >= margin &&
    top >= margin &&
    left + box.width * present.scale <= window.width - margin &&
    top + box.height * present.scale <= window.height - margin;
  if (legible && inSight) return present;

  const scale = legible ? present.scale : wanted;
  return {
    scale,
    x: place(box.x + box.width / 2, page.width, window.width, scale),
    y: place(box.y + box.height / 2, page.height, window.height, scale),
  };
}

/** Puts `centre` in the middle, but shows no emptiness beside a page that fills the window. */
function place(centre: number, pageLength: number, windowLength: number, scale: number): number {
  const shown = pageLength * scale;
  if (shown <= windowLength) return (windowLength - shown) / 2;
  return Math.min(0, Math.max(windowLength - shown, windowLength / 2 - centre * scale));
}
