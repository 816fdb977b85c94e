/** The shape of a kind of host: everything that is said of GitHub, GitLab and the others is said in a file of this shape. */

/** An address in its parts, before anything is known of the host. */
export interface Parts {
  readonly scheme: string;
  readonly host: string;
  /** The host as it is written. */
  readonly named: string;
  readonly port: string;
  readonly segments: readonly string[];
  /** Who signs in; on one old host of Azure DevOps this is the organization. Goes nowhere else. */
  readonly account: string;
}

/** What an address says of a repository. */
export interface HostedRepository {
  /** In lower case, without a port. */
  readonly host: string;
  /** All that stands before the name, as written: an owner, nested groups, a project's key. May be empty on unknown hosts. */
  readonly owner: string;
  readonly name: string;
  /** The address of the repository's page, without a slash at its end. */
  readonly web: string;
}

/** A file as it is at a branch or commit. */
interface FileAt {
  readonly rev: string;
  readonly isCommit: boolean;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number | undefined;
  /** Whether its page draws it, and so has no lines unless asked to show the text. */
  readonly isDrawn: boolean;
}

/** The branches of a new pull request. */
export interface Branches {
  /** The branch to merge. */
  readonly source: string;
  /** The branch to merge into. */
  readonly target: string;
  /** Who owns the fork that the source branch is on, where it is not on the same repository. GitHub and Gitea alone take it. */
  readonly forkOwner?: string | undefined;
}

/** Where a host looks for templates, the first that is there first; without regard to case, and directly in a folder alone. */
export interface TemplatePlace {
  readonly folder: string;
  /** What a default template is called, without its ending; undefined where every file of the folder is one to choose. */
  readonly name?: string;
}

/** What a host has pages of. */
export interface Pages {
  /** What stands between the repository's page and a pull request's number. */
  readonly request: string;
  file(web: string, file: FileAt): string;
  /** The form of a new pull request, with its two branches alone. */
  form(web: string, branches: Branches): string;
  /** What the form calls title and body, where it takes them; `isSure` where all of its versions do. */
  readonly fields?: { readonly title: string; readonly body: string; readonly isSure: boolean };
  /** Whether a pull request's page with these words is this kind's, where several kinds use the same. */
  isOf?(page: string): boolean;
}

export interface Host {
  readonly kind: string;
  /** Host names that everybody knows: no settings of a person lead them elsewhere. */
  readonly names?: RegExp;
  /** Hosts that only carry SSH for one of these names. */
  readonly carriers?: Readonly<Record<string, string>>;
  /** Words of a host's name that tell. */
  readonly words?: readonly string[];
  /** Whether an address looks like this kind's, where the host's name says nothing. */
  looksLike?(parts: Parts): boolean;
  /** The repository of an address; undefined where it is in none of this kind's forms. */
  place(parts: Parts): HostedRepository | undefined;
  /** Undefined where they are not known. */
  readonly pages?: Pages;
  /** Where `owner/name` in a text names no other repository there. */
  readonly namesByPath?: false;
  /** What it calls a pull request, where it has a word of its own. */
  readonly requestName?: () => string;
  /** The host that everybody shares, of which editors have an extension of their own. */
  readonly site?: string;
  /** Whether a pull request can be created there without its page, for who is signed in. */
  readonly takesRequests?: true;
  readonly templates: readonly TemplatePlace[];
  /** The folders of templates for a branch, or for what stands before its first slash. */
  readonly templatesOfBranch?: readonly string[];
  /** Whether a template may have no ending. */
  readonly takesAnyEnding?: true;
  /** Where HTML's comments are seen in a description; Markdown's definitions of links are not. */
  readonly hidesComments?: false;
}

/** Gives a kind of host its exact type. */
export const host = <const H extends Host>(definition: H): H => definition;

const TEMPLATE = 'pull_request_template';

const inside = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Default templates of the usual name. */
export const usualTemplates = (...folders: string[]): TemplatePlace[] =>
  folders.map((folder) => ({ folder, name: TEMPLATE }));

/** Folders of the usual name whose files are for a person to choose from. */
export const chosen = (...folders: string[]): TemplatePlace[] =>
  folders.map((folder) => ({ folder: inside(folder, TEMPLATE) }));

/** Folders of templates for a branch. */
export const ofBranches = (...folders: string[]): string[] =>
  folders.map((folder) => inside(folder, `${TEMPLATE}/branches`));
