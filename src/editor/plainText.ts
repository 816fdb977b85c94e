/** Foreign text in places where the editor draws icons or links: `$(name)` and `[words](address)` stay the words they are. */

/** Keeps a text from being read as icons, in quick picks and the status bar. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '\\$(');
}

/** Keeps a text from being read as links, which in the editor's notifications may run any command: `[words](command:…)`. */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
