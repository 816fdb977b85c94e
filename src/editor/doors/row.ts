/** What a row of the table of commands says, and where a command is offered. */
import type { Action } from '../../actions/action.ts';
import { type ViewName, views } from './views.ts';

export interface CommandRow<Opens = unknown> {
  /** As the palette and menus show it, in English. */
  readonly title: string;
  /** A codicon's name. */
  readonly icon?: string;
  /** When the palette offers it; usually where there are records. */
  readonly palette?: When;
  /** Whether it does something in a window without a folder too. */
  readonly anywhere?: true;
  readonly menus?: readonly MenuEntry[];
  /** Called by other code alone: neither palette nor menus know it. */
  readonly hidden?: true;
  /** Loads what opens the command, at its first call. */
  readonly load: () => Promise<Opens>;
}

/** Commands by their names. */
export interface CommandRows {
  readonly [name: string]: CommandRow;
}

/** An action without an editor file of its own: its questions come from its input's schema. */
export const verb =
  <Input, Output>(action: () => Promise<Action<Input, Output>>) =>
  async () =>
    (await import('../ask/gesture.ts')).gesture(await action());

/** Rows of trees, as menus know them. */
export const anyRecord = /^record\./;
export const anyInitiative = /^record\.initiative\b/;
/** The scores of an initiative, where everything stands that is done with them. */
export const scores = 'section.scores';

/** A `when` clause of VS Code. */
export type When = string;

export const ALWAYS: When = '';
export const NEVER: When = 'false';

export interface MenuEntry {
  readonly menu: string;
  readonly group: string;
  readonly when: When;
  /** Whether a plain object is what this menu passes, and not an input from code. */
  readonly passes?: (given: object) => boolean;
}

/** The keys of ours that `when` clauses read. */
export type ContextKey =
  | 'state'
  | 'sample'
  | 'activeRecord'
  | 'branch'
  | 'has'
  | 'hasInitiatives'
  | 'explained'
  | 'flagged'
  | 'hovered'
  | 'inGit'
  | 'notes'
  | 'sprintFiltered'
  | 'unlinkedShown';

export const key = (name: ContextKey): string => `because.${name}`;

/** There are records to show. */
export const READY = `${key('state')} == ready`;
/** There is a record of one of the kinds, or one that still asks for something: `risk`, `risk.open`; see `presence`. */
export const has = (...kinds: readonly string[]): When =>
  `${key('has')} =~ /(^| )(${kinds.join('|').replaceAll('.', '\\.')})( |$)/`;
/** Git tells of the folder that is shown: trusted, and in a repository. */
export const IN_GIT: When = key('inGit');
/** There is somebody's text to work on. */
export const EDITOR_OPEN: When = 'editorIsOpen';
/** A folder is open: without one, nothing that is about records can be done. */
export const ANY_FOLDER = 'workspaceFolderCount > 0';

export const all = (...whens: readonly When[]): When => whens.filter((when) => when !== ALWAYS).join(' && ');

const anyView = `view =~ /^because\\.(${Object.keys(views).join('|')})$/`;
const inView = (view: ViewName | undefined): string => (view ? `view == because.${view}` : anyView);

/** A name that is meant exactly, or a pattern. */
const matching = (what: string, named: string | RegExp): string =>
  typeof named === 'string' ? `${what} == ${named}` : `${what} =~ ${named}`;

/** A row of our trees, by its `viewItem`; of one view alone where it is named. */
export const onRow = (
  group: string,
  item: string | RegExp,
  { view, when = ALWAYS }: { view?: ViewName; when?: When } = {},
): MenuEntry => ({
  menu: 'view/item/context',
  group,
  when: all(inView(view), matching('viewItem', item), when),
});

/** The title of a view of ours, or of all; usually where there are records. */
export const inTitle = (group: string, view?: ViewName, when: When = READY): MenuEntry => ({
  menu: 'view/title',
  group,
  when: all(inView(view), when),
});

const isOfThread = (given: object): boolean => 'thread' in given || 'collapsibleState' in given;

/** A thread of ours: its title, or the foot below its reply box; in all its states, or some. */
export const onThread = (part: 'title' | 'context', group: string, states?: RegExp): MenuEntry => ({
  menu: `comments/commentThread/${part}`,
  group,
  when: all('commentController == because', states ? matching('commentThread', states) : ALWAYS),
  passes: isOfThread,
});

/** A comment of ours: its title, or the foot below its editor. */
export const onComment = (part: 'title' | 'context', group: string, which?: RegExp): MenuEntry => ({
  menu: `comments/comment/${part}`,
  group,
  when: all('commentController == because', which ? matching('comment', which) : ALWAYS),
});

/** A line of code: the menu of the text, and of the line's number. */
export const onLine = (place: number, besideNumber = place): readonly MenuEntry[] => [
  {
    menu: 'editor/context',
    group: `because@${place}`,
    when: all('editorTextFocus', 'resourceScheme != output', ANY_FOLDER),
  },
  {
    menu: 'editor/lineNumber/context',
    group: `because@${besideNumber}`,
    when: ANY_FOLDER,
    passes: (given) => 'lineNumber' in given,
  },
];

/** A menu of the editor's own: where there are records, unless said otherwise. */
export const inMenu = (menu: string, group: string, when: When = READY): MenuEntry => ({ menu, group, when });

/** A commit in the timeline of a file. */
export const inTimeline = (group: string): MenuEntry =>
  inMenu('timeline/item/context', group, matching('timelineItem', /git:file:commit\b/));

/** The menu of a repository in the Source Control view. */
export const inSourceControl = (group: string): MenuEntry =>
  inMenu('scm/title', group, all('scmProvider == git', READY));
