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
        text: 'The folder for the records, relative to the workspace folder.',
        default: '.because',
        restricted: true,
      },
      me: {
        text: 'Your member id in `because.yml`. Needed only if your git email is not listed there.',
        default: '',
      },
      dailyReminder: {
        text: 'Once a day, a notification says how many things are waiting for you, if any are. It opens *Needs You*.',
        default: false,
      },
    },
  },
  work: {
    title: 'Work',
    settings: {
      inlay: {
        text: 'At the end of the line you are on, show why the code is there: `∵ 30% of users miss urgent updates · PAY-142`. The reason comes from a key on the line or in its comment, from a risk or question on the line, or from the commit of the line.',
        default: 'off',
        choices: { off: 'Show nothing.', currentLine: 'Show it at the end of the current line.' },
        ofWindow: true,
      },
      branchName: {
        text: 'The name of a new branch. `{type}` is `feature`, `refactor`, `chore` or `experiment`, depending on the kind of the initiative. `{key}` is its id, which links the branch. `{slug}` is its title in short. `{user}` is your member id.',
        default: '{type}/{key}-{slug}',
      },
      branchNameLength: {
        text: 'The maximum length of the name of a new branch. The title is shortened first, never the key.',
        default: 60,
        schema: { type: 'integer', minimum: 10, maximum: 200 },
      },
      commitMessage: {
        text: 'What to put into an empty commit message. Text you typed is never changed.',
        default: 'off',
        choices: styles,
      },
      keyInPullRequestTitle: {
        text: 'Whether *Create Pull Request with Why* puts the key of the initiative into the title it suggests. Hosts use the title as the subject of a squashed commit, so the key gets into the history.',
        default: true,
      },
      hosts: {
        text: 'What kind of git host an address is, if its name does not say it. For example, `{"git.acme.example": "gitlab"}`.',
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
