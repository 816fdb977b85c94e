/** Words in a drawing, where the drawing itself decides where there is room for them. */

export interface Text {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'end' | 'middle';
  readonly className: string;
}

const SVG = 'http://www.w3.org/2000/svg';

/** The texts as one part of a drawing, each centered on its line. */
export function textsAt(texts: readonly Text[]): SVGGElement {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', 'plot-texts');
  for (const { x, y, text, anchor, className } of texts) {
    const element = document.createElementNS(SVG, 'text');
    element.setAttribute('x', x.toFixed(1));
    element.setAttribute('y', y.toFixed(1));
    element.setAttribute('dy', '0.32em');
    element.setAttribute('text-anchor', anchor);
    element.setAttribute('class', className);
    element.textContent = text;
    group.append(element);
  }
  return group;
}
