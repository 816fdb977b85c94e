/** How predictions held over time, drawn: a sign for each that was measured, the oldest first. */
import { t, wordsFor } from '../../../core/base/l10n.ts';
import type { CalibrationMark, Results } from '../../../core/results/told.ts';

type Rows = Results['calibration'];

/** The form tells, not the color. */
const shapes: Readonly<Record<CalibrationMark, string>> = {
  hit: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  above: 'M6 1l5 10h-10z',
  below: 'M6 11l5-10h-10z',
  open: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
  miss: 'M2 2l8 8M10 2l-8 8',
};

const names = wordsFor<CalibrationMark>({
  hit: () => t('reached, or as predicted'),
  above: () => t('more than predicted'),
  below: () => t('less than predicted'),
  open: () => t('inconclusive'),
  miss: () => t('not reached'),
});

function Sign({ mark, words }: { readonly mark: CalibrationMark; readonly words: string }) {
  return (
    <svg class={`sign sign-${mark}`} viewBox="0 0 12 12" role="img" aria-label={words}>
      <title>{words}</title>
      <path d={shapes[mark]} />
    </svg>
  );
}

/** One kind of prediction over time. */
export function Course({ name, marks }: Rows[number]) {
  return (
    <ol class="course" aria-label={t('{0}, one after the other', name)}>
      {marks.map(({ mark, words }, at) => (
        <li key={`${at} ${words}`}>
          <Sign mark={mark} words={words} />
        </li>
      ))}
    </ol>
  );
}

/** What the signs mean that are there. */
export function CourseKey({ calibration }: Pick<Results, 'calibration'>) {
  const there = new Set(calibration.flatMap(({ marks }) => marks.map(({ mark }) => mark)));
  const all = (Object.keys(shapes) as CalibrationMark[]).filter((mark) => there.has(mark));
  return (
    <ul class="marks" aria-label={t('What the signs mean; oldest first')}>
      {all.map((mark) => (
        <li key={mark}>
          <span aria-hidden="true">
            <Sign mark={mark} words={names(mark)} />
          </span>{' '}
          <span class="quiet">{names(mark)}</span>
        </li>
      ))}
    </ul>
  );
}
