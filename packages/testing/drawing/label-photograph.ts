import type { PageBox, PageBoxes } from './draw-page.ts';
import type { Photograph } from './photograph-page.ts';
import type { TicketPage } from './ticket-page.ts';

/** One line of labels.jsonl: what stands on a picture and where, in pixels of the picture. */
export function labelPhotograph(ticket: TicketPage, photograph: Photograph, boxes: PageBoxes): Record<string, unknown> {
  const { shape } = photograph;
  const place = (box: PageBox | undefined, what: string): number[] => {
    if (!box) throw new Error(`${ticket.name}: no place on the page for ${what}`);
    const [x, y, width, height] = box;
    const corners = [shape.toPicture([x, y]), shape.toPicture([x + width, y])];
    corners.push(shape.toPicture([x, y + height]), shape.toPicture([x + width, y + height]));
    const [left, top] = [Math.min(...corners.map((p) => p[0])), Math.min(...corners.map((p) => p[1]))];
    const [right, bottom] = [Math.max(...corners.map((p) => p[0])), Math.max(...corners.map((p) => p[1]))];
    return [left, top, right - left, bottom - top].map(Math.round);
  };
  return {
    image: `${ticket.name}.jpg`,
    template: ticket.template,
    split: 'sample',
    condition: ticket.condition,
    width: ticket.scene.width,
    height: ticket.scene.height,
    jpegQuality: photograph.quality,
    fields: Object.fromEntries(
      Object.entries(ticket.fields).map(([name, label]) => [name, { ...label, box: place(boxes.fields[name], name) }]),
    ),
    blank: ticket.blank,
    lineItems: ticket.lineItems.map((item, index) => ({ ...item, box: place(boxes.items[index], item.description) })),
    quad: ticket.scene.quad.map((point) => [...point]),
  };
}
