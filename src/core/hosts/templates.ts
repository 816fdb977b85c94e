/** Where hosts look for the templates of pull requests. */
import type { TemplatePlace } from './host.ts';

const NAME = 'pull_request_template';

const inside = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/** Default templates of the usual name. */
export const usualTemplates = (...folders: string[]): TemplatePlace[] =>
  folders.map((folder) => ({ folder, name: NAME }));

/** Folders of the usual name whose files are for a person to choose from. */
export const chosen = (...folders: string[]): TemplatePlace[] =>
  folders.map((folder) => ({ folder: inside(folder, NAME) }));

/** Folders of templates for a branch. */
export const ofBranches = (...folders: string[]): string[] =>
  folders.map((folder) => inside(folder, `${NAME}/branches`));
