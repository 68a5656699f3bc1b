interface Size {
  width: number;
  height: number;
}

interface Rectangle extends Size {
  x: number;
  y: number;
}

/** All in screen pixels. */
export interface CropPlace {
  /** Where the whole page lies, and how large, inside the crop. */
  page: { left: number; top: number; width: number; height: number };
  /** How wide the crop is: no wider than the box and its air. */
  width: number;
}

/** Shows a box of the page, with a little air around it, as large as fits into the frame, against its left side. */
export function placeCrop(box: Rectangle, page: Size, frame: Size): CropPlace {
  const air = Math.min(box.height, box.width) * 0.3;
  const scale = Math.min(frame.width / (box.width + 2 * air), frame.height / (box.height + 2 * air));
  const spare = frame.height - box.height * scale;
  return {
    page: {
      left: (air - box.x) * scale,
      top: spare / 2 - box.y * scale,
      width: page.width * scale,
      height: page.height * scale,
    },
    width: (box.width + 2 * air) * scale,
  };
}
