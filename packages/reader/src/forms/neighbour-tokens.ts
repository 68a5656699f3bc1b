type Word = { folded: string; x: number; y: number };

/**
 * For each word and each of its nearest neighbours, both texts and the direction from one to the other in eighths of a turn, measured
 * from the direction of the lines.
 */
export function neighbourTokens(words: readonly Word[], angle: number, count: number): string[] {
  const readable = words.filter(({ folded }) => folded.length >= 2);
  return readable.flatMap((word) => {
    const nearest: { other: Word; square: number }[] = [];
    for (const other of readable) {
      if (other === word) continue;
      const square = (other.x - word.x) ** 2 + (other.y - word.y) ** 2;
      const last = nearest.at(-1);
      if (nearest.length === count && last !== undefined && square >= last.square) continue;
      const at = nearest.findIndex((near) => square < near.square);
      nearest.splice(at < 0 ? nearest.length : at, 0, { other, square });
      if (nearest.length > count) nearest.pop();
    }
    return nearest.map(({ other }) => `${word.folded}>${directionOf(word, other, angle)}>${other.folded}`);
  });
}

function directionOf(from: Word, to: Word, angle: number): number {
  const turned = Math.atan2(to.y - from.y, to.x - from.x) - angle;
  return ((Math.round(turned / (Math.PI / 4)) % 8) + 8) % 8;
}
