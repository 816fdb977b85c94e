/** The settings of the product, in the groups VS Code lists them in. */
import { hostKinds } from '../../core/hosts/all.ts';
import type { commitStyles } from '../../core/work/commitMessage.ts';

export interface Setting {
  /** In English, as Markdown. */
  readonly text: string;
  /** What holds where nobody set it. */
  readonly default: string | number | boolean | object;
  /** What may be chosen, each with what it does. */
  readonly choices?: { readonly [choice: string]: string };
  /** What else VS Code checks, as JSON Schema says it. */
  readonly schema?: { readonly [keyword: string]: unknown };
  /** One for all folders of a window. */
  readonly ofWindow?: true;
  /** Not taken from a folder that nobody trusts. */
  readonly restricted?: true;
}

export interface Group {
  readonly title: string;
  readonly settings: { readonly [name: string]: Setting };
}

const styles = {
  off: 'Nothing.',
  prefix: 'The key in front of the subject: `PAY-142: `',
  trailers: 'Trailers at the end: `Initiative:`, `Because:`, `Evidence:`',
} satisfies Readonly<Record<'off' | (typeof commitStyles)[number], string>>;

export const settingGroups = {
  records: {
    title: 'Records',
    settings: {
      folder: {
        text: 'The folder of the records, relative to the workspace folder.',
        default: '.because',
        restricted: true,
      },
      me: {
        text: 'Your member id in `because.yml`. Needed only if your git email is not listed there.',
        default: '',
      },
    },
  },
  work: {
    title: 'Work',
    settings: {
      inlay: {
        text: 'Whether the end of the line you are on says why the code is there: `∵ 30% of users miss urgent updates · PAY-142`. It is told by a key on the line or in its comment, by a risk on the line, or by the commit of the line.',
        default: 'off',
        choices: { off: 'Nothing is shown.', currentLine: 'Behind the line of the cursor.' },
        ofWindow: true,
      },
      branchName: {
        text: 'The name of a new branch. `{type}` is `feature`, `refactor`, `chore` or `experiment`, by the kind of the initiative; `{key}` its id, which links the branch; `{slug}` the words of its title; `{user}` your id among the members.',
        default: '{type}/{key}-{slug}',
      },
      branchNameLength: {
        text: 'Characters the name of a new branch may have. The title is shortened first, never the key.',
        default: 60,
        schema: { type: 'integer', minimum: 10, maximum: 200 },
      },
      commitMessage: {
        text: 'What an empty commit message box gets. Text of yours is never changed.',
        default: 'off',
        choices: styles,
      },
      keyInPullRequestTitle: {
        text: 'Whether *Create Pull Request with Why* puts the key of the initiative into the title it suggests. Hosts make the title the subject of what they squash, so the key finds its way into the history.',
        default: true,
      },
      hosts: {
        text: 'The kind of a host that its name does not show, such as `{"git.acme.example": "gitlab"}`.',
        default: {},
        schema: { additionalProperties: { type: 'string', enum: hostKinds.filter((kind) => kind !== 'unknown') } },
        ofWindow: true,
        restricted: true,
      },
    },
  },
} satisfies { readonly [group: string]: Group };

/** Every setting, without its group. */
export const settings = { ...settingGroups.records.settings, ...settingGroups.work.settings };

export type SettingName = keyof typeof settings;

/** What VS Code knows a setting by. */
export const settingId = (name: SettingName): string => `because.${name}`;
