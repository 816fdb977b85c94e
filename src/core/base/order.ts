/** The order of texts by their letters, in which days, moments and paths stand; what is not there comes first. */
export function compareTexts(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
