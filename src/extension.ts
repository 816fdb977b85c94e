/** The editor's door: VS Code opens the product here and closes it again. */

/** Called once by VS Code, at the first thing that needs the product. */
export function activate(): void {}

/** Called by VS Code before the window closes. */
export function deactivate(): void {}
