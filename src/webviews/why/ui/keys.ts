/** When keys of the page are keys, and when they are letters of what somebody types. */

/** Whether a key belongs to a field, or to the editor's own shortcuts. */
export function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.matches('input, textarea, select, [contenteditable]');
  return isField || ctrlKey || metaKey || altKey;
}
