/** The shape of a kind of record: its fields and everything the surfaces derive from them. */
import { t } from '../base/l10n.ts';
import type { Around, Look, Lookup } from './face.ts';
import type { Fields, ValuesOf } from './field.ts';
import * as f from './field.ts';
import type { Advice, ContextRecord } from './record.ts';
import type { Wait } from './wait.ts';

/** A section below an initiative, where the records of a kind stand that are about it or its problems. */
export interface Section<R = never> {
  /** What its row goes by, such as `risks`. */
  readonly name: string;
  readonly label: () => string;
  readonly icon: string;
  /** Said beside the label while it is empty; a section without this is only there with something in it. */
  readonly none?: () => string;
  /** How many are open, as the initiative says it beside its name; may be empty where none is. */
  readonly open?: (count: number) => string;
  /** What must not wait, as the sign on the initiative's row says it. */
  readonly urgent?: (urgent: readonly R[]) => string;
  /** What the open ones are, as the initiative's card says it behind how many. */
  readonly sorts?: (open: readonly R[]) => string;
  /** Whether it stands behind the scores, and not before them. */
  readonly isLast?: true;
  /** Where a record stands among the others: lowest first. */
  readonly rank?: (record: R, around: Lookup) => number;
  /** Whether a record about the initiative's problem stands here too; without this, every one does. */
  readonly isShared?: (record: R) => boolean;
}

/** How a record stands as a thread on the line of code it is about. */
interface Thread<R = never> {
  /** How it stands, as the thread's title begins. */
  readonly title: (record: R, around: Around) => string;
  /** What the thread says below the record's text, a line each, empty ones left out. */
  readonly facts?: (record: R, around: Around) => readonly string[];
  /** Whether nothing is left to be said: the thread is then folded. */
  readonly isSettled: (record: R, around: Lookup) => boolean;
}

/** A record of a kind with these fields. */
type Of<F extends Fields> = ContextRecord<CommonValues & ValuesOf<F>>;

/** One kind of record. Adding one is a file like this and a line in `all.ts`. */
export interface Kind<F extends Fields = Fields> {
  readonly name: string;
  /** The first folder below the context folder. */
  readonly folder: string;
  /** Starts the ids that tools make, such as `ev` in `ev-7k3f9q2m`. */
  readonly prefix: string;
  /** A theme icon's name. */
  readonly icon: string;
  /**
   * One person's word on something: its file lies in a folder named after that, and is named after the person. Where it is not
   * the only word of a person on something, what its id ends in.
   */
  readonly personal?: true | string;
  /** Made so often that the palette offers it beside `New Record…`. */
  readonly isFrequent?: true;
  /** A command of its own asks better questions than `New …` could, so there is no such command for it. */
  readonly ownCommand?: true;
  readonly label: () => string;
  readonly labels: () => string;
  /** One sentence: what a record of this kind is. */
  readonly help: () => string;
  /** What belongs into the body. */
  readonly bodyHelp: () => string;
  readonly fields: F;
  /** What a sensitive record's fields are taken for, beside those that hold words, which are never told. */
  readonly withheld?: { readonly [N in keyof F | keyof typeof commonFields]?: unknown };
  /** People speak of it by its id, which stands in code, branches and commits, and tells nothing by itself. */
  readonly keyed?: true;
  /** What a record without a title is called, where it is not the start of its text. */
  readonly named?: (record: Of<F>) => string | undefined;
  /** A few words beside the title; the surfaces add the rest. */
  readonly describe?: (values: ValuesOf<F>) => string;
  /** What may be told of a sensitive record beside its kind. */
  readonly told?: (values: ValuesOf<F>) => string;
  /** The address a record leads to outside the editor: its tracker, its pull request, its source. */
  readonly address?: (values: ValuesOf<F>) => string | undefined;
  /**
   * Where its records stand in the Sprint view: at the top, in an initiative's Why or Scores or a section of their own
   * there, or in the thread of what they answer; without this, among the other records.
   */
  readonly place?: 'top' | 'why' | 'scores' | 'thread' | Section<Of<F>>;
  /** How its records stand on the lines of code they are about, where they do. */
  readonly thread?: Thread<Of<F>>;
  /** Whether a record still asks for something. */
  readonly isOpen?: (record: Of<F>, around: Lookup) => boolean;
  /** An open one is to be answered within minutes of work: what shows it is drawn again as they pass. */
  readonly isTimed?: true;
  /** One more word that menus go by where there is such a record, behind the name of its kind: `initiative.shipped`. */
  readonly present?: (record: Of<F>) => string | undefined;
  /** Whether a record must not wait: the row of its initiative then bears a sign, where its section has words for it. */
  readonly isUrgent?: (record: Of<F>, around: Around) => boolean;
  /** What a record waits for, and from whom: nothing more than what somebody has begun. */
  readonly waitsFor?: (record: Of<F>, around: Lookup) => readonly Wait[];
  /** A sentence says enough of it to begin with: where it is made for an initiative, nothing else is asked. */
  readonly saidAtOnce?: true;
  /** People choose its ids, which are spoken and written in code. */
  readonly readable?: true;
  /** A remark on another record, without a title of its own. */
  readonly untitled?: true;
  /** Its text is letters that nobody can read, so no surface shows them. */
  readonly sealed?: true;
  /** Where a file of this kind cannot be read, nobody can tell whether it is sensitive, so it counts as that. */
  readonly guarded?: true;
  /** How a record of that name looks as a row. */
  readonly look?: (record: Of<F>, name: string, around: Around) => Look;
  /** What it says in more words than its row, a paragraph each, empty ones left out: for tooltips and hovers. */
  readonly lines?: (record: Of<F>, around: Around) => readonly string[];
  /** What is wrong with a record that is about no initiative and no problem. */
  readonly loose?: () => string;
  /** Advice on a whole record, beyond what its fields' schemas say. */
  readonly lint?: (record: ContextRecord<ValuesOf<F>>, lookup: Lookup) => Advice[];
  /** The fields a new record starts with, below `id` and `title`. */
  readonly starts: readonly (keyof F & string)[];
  /** The body a new record starts with, as snippet text. */
  readonly snippetBody: string;
  /** Lines that the body started with in earlier versions: files still hold them. */
  readonly earlierBody?: readonly string[];
}

/** What of a kind most say alike: its folder, the start of its ids, and a body to begin with that is empty. */
type Usual = 'folder' | 'prefix' | 'snippetBody';

/** Gives a kind its exact type; risks are in `risks/`, and have ids such as `ri-7k3f9q2m`, where it says nothing else. */
export function kind<const F extends Fields>(given: Omit<Kind<F>, Usual> & Partial<Pick<Kind<F>, Usual>>): Kind<F> {
  return { folder: `${given.name}s`, prefix: given.name.slice(0, 2), snippetBody: '$0', ...given };
}

/** The fields every record may have. */
export const commonFields = {
  id: f.text(() =>
    t('The id that other records refer to, unique across all kinds. Without it, the file name is the id.'),
  ),
  title: f.text(() => t('The title. Without it, the first heading of the text is used, or else the id.')),
  record: f.text(() => t('The kind of record, if the folder does not say it.')),
  by: f.member(() => t('Who wrote this.')),
  created: f.time(() => t('When this was written.')),
  archived: f.flag(() => t('Hides the record, and keeps its file.')),
  sensitive: f.marked(() =>
    t('If true, its content is shown only in its own file. Anything but a clear no counts as true.'),
  ),
  schema: f.number(
    () => t('The version of the record format. Because does not edit a record with a newer version than it knows.'),
    {
      min: 1,
      integer: true,
    },
  ),
  dismissed: f.dismissals(() => t('The advice you dismissed for this record, each with your reason.')),
} satisfies Fields;

export type CommonValues = ValuesOf<typeof commonFields>;

export const anchorFields = {
  path: f.required(f.text(() => t('The path of the file, relative to the workspace folder.'))),
  line: f.required(
    f.number(() => t('The number of the line in that commit, starting at 1.'), { min: 1, integer: true }),
  ),
  text: f.text(() => t('The text of the line. Without a commit, the line is found by its text.')),
  commit: f.text(() => t('The commit that the line number belongs to.')),
};

/** A place in code, followed from the commit it was seen in. */
export const anchorField = () => f.map(() => t('The line of code this is about.'), anchorFields);

export type Anchor = ValuesOf<typeof anchorFields>;
