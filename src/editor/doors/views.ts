/** The views of the sidebar: their names, when they show, and what they say while they have no rows. */

/** In English; the text's links are commands, as Markdown. */
interface Welcome {
  readonly when: string;
  readonly text: string;
}

interface View {
  readonly name: string;
  /** Usually always. */
  readonly when?: string;
  /** How it is at first: folded, where its number on the icon says whether to look. Usually open. */
  readonly visibility?: 'collapsed';
  readonly welcome: { readonly [name: string]: Welcome };
}

export const views = {
  // First: a view that comes and goes keeps its height below others, and moves no row of theirs.
  sprint: {
    name: 'Sprint',
    welcome: {
      noFolder: {
        when: 'workbenchState == empty',
        text: 'No folder is open. Open one to see why its code exists.\n[Open Folder](command:vscode.openFolder)',
      },
      emptyWorkspace: {
        when: 'workbenchState == workspace && workspaceFolderCount == 0',
        text: 'This workspace has no folder. Add one to see why its code exists.\n[Add Folder to Workspace](command:workbench.action.addRootFolder)',
      },
      none: {
        when: 'because.state == none',
        text: 'See who needs the code in front of you, and how you know. Nothing is recorded in this folder yet.\n[Set Up Because](command:because.setUp)\nOr [look around with a sample](command:because.addSample).',
      },
      empty: {
        when: 'because.state == empty',
        text: 'There are no records yet. Start with a first sprint.\n[Set Up Because](command:because.setUp)\nOr [look around with a sample](command:because.addSample).',
      },
      brokenTeam: {
        when: 'because.state == brokenTeam',
        text: 'because.yml cannot be read, and there are no other records.\n[Open because.yml](command:because.openRecord?%7B%22id%22%3A%22because.yml%22%7D)',
      },
      noInitiatives: {
        when: 'because.state == ready && !because.hasInitiatives',
        text: 'There is no initiative yet. Start with the first: what you build, for whom, and why.\n[New Initiative](command:because.newInitiative)',
      },
    },
  },
  currentWork: {
    name: 'Current Work',
    // Where it has nothing to say, the Sprint view has all the room.
    when: 'workspaceFolderCount != 0 && (because.branch || because.unlinkedShown)',
    welcome: {
      restricted: {
        when: '!isWorkspaceTrusted && because.branch == restricted',
        text: 'In Restricted Mode git is off, so the branch and what it is for are not known. The Sprint view works.\n[Manage Workspace Trust](command:workbench.trust.manage)',
      },
      unlinkedBranch: {
        when: 'isWorkspaceTrusted && because.branch == unlinked && !because.unlinkedShown',
        text: 'This branch is not linked to an initiative yet.\n[Link This Branch](command:because.linkBranch?%5B%22checked-out%22%5D)\nOr [start a branch](command:because.startBranch) for an initiative.',
      },
    },
  },
  needsYou: {
    name: 'Needs You',
    when: 'workspaceFolderCount != 0 && because.hasInitiatives',
    visibility: 'collapsed',
    welcome: {},
  },
  discovery: {
    name: 'Discovery',
    when: 'workspaceFolderCount != 0 && because.has =~ /(^| )session( |$)/',
    visibility: 'collapsed',
    welcome: {},
  },
} as const satisfies { readonly [name: string]: View };

export type ViewName = keyof typeof views;

/** The id of a view, by which VS Code knows it. */
export const viewId = (name: ViewName): string => `because.${name}`;
