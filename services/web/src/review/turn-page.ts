/** How often a page is turned a quarter to the right. */
export type Turns = 0 | 1 | 2 | 3;

interface Size {
  width: number;
  height: number;
}

interface Rectangle extends Size {
  x: number;
  y: number;
}

export function turnRight(turns: Turns): Turns {
  return turns === 0 ? 1 : turns === 1 ? 2 : turns === 2 ? 3 : 0;
}

/** The size of a page after it was turned. */
export function turnedSize({ width, height }: Size, turns: Turns): Size {
  return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** Where a box of the upright page lies on the turned one, both in pixels from the top left corner. */
export function turnedBox(box: Rectangle, page: Size, turns: Turns): Rectangle {
  const { x, y, width, height } = box;
  if (turns === 1) return { x: page.height - y - height, y: x, width: height, height: width };
  if (turns === 2) return { x: page.width - x - width, y: page.height - y - height, width, height };
  if (turns === 3) return { x: y, y: page.width - x - width, width: height, height: width };
  return { x, y, width, height };
}

/** The CSS transform that lays an upright page, turned about its top left corner, over the turned page. */
export function turnTransform({ width, height }: Size, turns: Turns): string {
  if (turns === 1) return `translate(${height}px, 0) rotate(90deg)`;
  if (turns === 2) return `translate(${width}px, ${height}px) rotate(180deg)`;
  if (turns === 3) return `translate(0, ${width}px) rotate(270deg)`;
  return 'none';
}
