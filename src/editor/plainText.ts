/** Foreign text in places where the editor draws icons: `$(name)` stays the words it is. */

/** Keeps a text from being read as icons, in quick picks and the status bar. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}
