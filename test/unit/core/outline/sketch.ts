/** An outline as indented text, so that a test reads like the tree it expects. */
import type { OutlineNode } from '../../../../src/core/outline/node.ts';
import { childrenOf } from '../../../../src/core/outline/node.ts';

/** Each row as `label | description`, two spaces per level. */
export function sketch(rows: readonly OutlineNode[], depth = 0): string[] {
  return rows.flatMap((row) => {
    const words = [row.label, row.description].filter(Boolean).join(' | ');
    return [`${'  '.repeat(depth)}${words}`, ...sketch(childrenOf(row), depth + 1)];
  });
}

/** Every row of an outline, from top to bottom. */
export function allRows(rows: readonly OutlineNode[]): OutlineNode[] {
  return rows.flatMap((row) => [row, ...allRows(childrenOf(row))]);
}
