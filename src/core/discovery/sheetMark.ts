/** The mark by which a sheet with notes says for which session it is, wherever it is kept. */
const MARK = /^<!-- because: session ([A-Za-z0-9][A-Za-z0-9._-]{0,99}) -->$/m;

/** Characters in which the mark is looked for. */
const HEAD = 1000;

export const sheetMark = (session: string): string => `<!-- because: session ${session} -->`;

/** The session that a sheet is for; undefined for a text that is no sheet. */
export const sessionOfSheet = (text: string): string | undefined => MARK.exec(text.slice(0, HEAD))?.[1];
