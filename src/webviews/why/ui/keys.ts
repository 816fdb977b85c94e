/** When keys of the page are keys, and when they are letters of what somebody types. */

/** Whether a key is pressed in a field, whose own keys go first. */
export const isInField = ({ target }: KeyboardEvent): boolean =>
  target instanceof Element && target.matches('input, textarea, select, [contenteditable]');

/** Whether a key belongs to a field, or to the editor's own shortcuts. */
export function isTyping(event: KeyboardEvent): boolean {
  return isInField(event) || event.ctrlKey || event.metaKey || event.altKey;
}
