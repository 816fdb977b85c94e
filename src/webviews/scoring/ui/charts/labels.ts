/** Finds room for names beside points: the most important first, none over another, and none at all where there is no room. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Named {
  readonly x: number;
  readonly y: number;
  /** What may be written, the best first; a later one is taken where an earlier one does not fit. */
  readonly texts: readonly string[];
}

export interface Label {
  /** Which of the points it belongs to. */
  readonly index: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
}

/** How wide a letter is on average, and how high a line, at the charts' size of letters; in CSS pixels. */
const [LETTER, LINE] = [6.1, 13];

/** How far a name stands from its point. */
const GAP = 8;

/** Points tried at most: where the best find no room, the others will not. */
const TRIED = 150;

export function widthOf(text: string): number {
  return text.length * LETTER;
}

/** A text that is at most this wide, cut with an ellipsis where it must be; empty where not even a few letters fit. */
export function fitted(text: string, width: number): string {
  const letters = Math.floor(width / LETTER);
  if (text.length <= letters) return text;
  return letters < 4 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** The labels of points, which are given in the order of their importance. */
export function placeLabels(points: readonly Named[], frame: Box, most = 40): Label[] {
  const taken: Box[] = points.map(({ x, y }) => ({ left: x - 4, top: y - 4, right: x + 4, bottom: y + 4 }));
  const labels: Label[] = [];
  for (const [index, point] of points.slice(0, TRIED).entries()) {
    if (labels.length >= most) break;
    const found = firstFree(point, index, taken, frame);
    if (!found) continue;
    taken.push(found.box);
    labels.push({ index, ...found.label });
  }
  return labels;
}

function firstFree({ x, y, texts }: Named, index: number, taken: readonly Box[], frame: Box) {
  for (const text of texts) {
    const width = widthOf(text);
    for (const [dx, dy] of places) {
      const start = x + dx * GAP;
      const left = dx > 0 ? start : start - width;
      const middle = y + dy * LINE;
      const box = { left, top: middle - LINE / 2, right: left + width, bottom: middle + LINE / 2 };
      if (text === '' || !inside(box, frame)) continue;
      // A point's own mark is no obstacle to its own name.
      if (taken.some((other, at) => at !== index && overlap(box, other))) continue;
      return { box, label: { text, x: start, y: middle, anchor: dx > 0 ? ('start' as const) : ('end' as const) } };
    }
  }
  return undefined;
}

/** Where a name may stand, the most usual first: right, left, above and below either. */
const places = [
  [1, 0],
  [-1, 0],
  [1, -0.8],
  [1, 0.8],
  [-1, -0.8],
  [-1, 0.8],
] as const;

function inside(box: Box, frame: Box): boolean {
  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
