interface Size {
  width: number;
  height: number;
}

interface Rectangle extends Size {
  x: number;
  y: number;
}

/** Where the whole page lies, and how large, so that a small frame shows only the box; all in screen pixels. */
export interface CropPlace {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Shows a box of the page, with a little air around it, as large as fits into the frame, against its left side. */
export function placeCrop(box: Rectangle, page: Size, frame: Size): CropPlace {
  const air = Math.min(box.height, box.width) * 0.2;
  const scale = Math.min(frame.width / (box.width + 2 * air), frame.height / (box.height + 2 * air));
  const spare = frame.height - box.height * scale;
  return {
    left: (air - box.x) * scale,
    top: spare / 2 - box.y * scale,
    width: page.width * scale,
    height: page.height * scale,
  };
}
