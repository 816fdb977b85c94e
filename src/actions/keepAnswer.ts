/** Keeping what an answer tells: as evidence, or as a note on the problem. */
import * as z from 'zod/mini';
import type { Because } from '../because.ts';
import { BecauseError } from '../core/base/errors.ts';
import { field, filled, words } from '../core/base/input.ts';
import { t } from '../core/base/l10n.ts';
import { memberName } from '../core/face/names.ts';
import { threadTitle } from '../core/face/threadTitle.ts';
import type { RecordOf } from '../core/kinds/all.ts';
import { evidence } from '../core/kinds/evidence.ts';
import { courseOf } from '../core/kinds/question.ts';
import { fieldInput, recordInput } from '../core/library/inputs.ts';
import { today } from '../core/library/query.ts';
import type { ContextRecord } from '../core/records/record.ts';
import { firstSentences, quotes } from '../core/text/markdownText.ts';
import { action, written } from './action.ts';
import { recordOfKind } from './named.ts';
import { reply } from './replyTo.ts';

const { fields } = evidence;

/** A question that a reply answers. */
const answeredQuestion: typeof filled = recordInput('question', () => t('Which question?'), {
  fits: (record, library) => courseOf(record, library).answer !== undefined,
  beside: (record, library) => threadTitle(library, record),
  none: () => t('No question has been answered yet.'),
});

const problemInput = z.optional(field(filled, fields.problem.help, { unasked: true }));

/** Characters of a title. */
const LONGEST_TITLE = 60;

export const answerToEvidence = action({
  name: 'answerToEvidence',
  title: () => t('Save Answer as Evidence'),
  input: z.object({
    question: answeredQuestion,
    kind: fieldInput(fields.kind, { help: () => t('What kind of evidence is it?'), usual: 'observation' }),
    customer: z.optional(field(words, () => t('Which customer? (optional)'))),
    problem: problemInput,
  }),
  signs: () => true,
  async run(because, { question: id, kind, customer, problem }) {
    const { asked, answer, by, isSensitive } = await answerTo(because, id);
    const about =
      problem === undefined ? problemsOf(because, asked) : [(await recordOfKind(because, 'problem', problem)).id];
    const title = firstSentences(quotes(answer.body)[0]?.text ?? answer.body, 1, LONGEST_TITLE);
    return written(because, [
      {
        create: 'evidence',
        title,
        fields: {
          kind,
          problem: about.length > 1 ? about : about[0],
          initiative: about.length === 0 ? asked.values.initiative : undefined,
          customer,
          date: dayOf(because, answer),
          sensitive: isSensitive || undefined,
        },
        body: `${answer.body.trim()}\n\n${t('Answer by {0} to: {1}', by, asked.body.trim())}\n`,
      },
    ]);
  },
});

export const answerToNote = action({
  name: 'answerToNote',
  title: () => t('Save Answer as Note on the Problem'),
  input: z.object({ question: answeredQuestion, problem: problemInput }),
  signs: () => true,
  async run(because, { question: id, problem: named }) {
    const { asked, answer, by, isSensitive } = await answerTo(because, id);
    const [about] = named === undefined ? problemsOf(because, asked) : [named];
    if (about === undefined) {
      throw new BecauseError('bad-input', t('This question is not about a problem.'), {
        next: t('Link its initiative to a problem first.'),
      });
    }
    const problem = await recordOfKind(because, 'problem', about);
    const note = reply(problem, `${asked.body.trim()}\n\n${t('Answer by {0}:', by)} ${answer.body.trim()}`);
    const sensitive = problem.withheld || isSensitive || undefined;
    return written(because, [{ ...note, fields: { ...note.fields, sensitive } }]);
  },
});

/** What is sensitive is told by whoever may read its file; what is made of it is sensitive, too. */
interface Answered {
  readonly asked: RecordOf<'question'>;
  readonly answer: ContextRecord;
  /** What whoever answered is called. */
  readonly by: string;
  readonly isSensitive: boolean;
}

/** The question and the answer that stands. Throws `bad-input` where there is none. */
async function answerTo(because: Because, id: string): Promise<Answered> {
  const { library } = because;
  const found = await recordOfKind(because, 'question', id);
  const { answer, answeredBy } = courseOf(found, because.library);
  if (!answer) throw new BecauseError('bad-input', t('Nobody has answered this question in a reply.'));
  return {
    asked: found.itself,
    answer: answer.itself,
    by: answeredBy === undefined ? '?' : (memberName(library, answeredBy) ?? answeredBy),
    isSensitive: found.withheld || answer.withheld,
  };
}

/** The problems a question is about: its own, else those its initiative answers. */
function problemsOf({ library }: Because, { values }: RecordOf<'question'>): readonly string[] {
  if (values.problem !== undefined) return [values.problem];
  return library.initiativeOf(values.initiative ?? '')?.values.problem ?? [];
}

/** The team's day on which it was said. */
function dayOf({ library, now }: Because, { values }: ContextRecord): string {
  const { created } = values as { readonly created?: string };
  const moment = created === undefined ? Number.NaN : Date.parse(created);
  return today(library, Number.isNaN(moment) ? now() : new Date(moment));
}
