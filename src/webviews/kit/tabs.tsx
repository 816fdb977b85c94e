/** Tabs as the editor has them: arrows move between them, one tab stop for all. */
import { goBetween } from './arrows.ts';

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly text: string }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** The id of the element a tab stands for. */
export const panelOf = (id: string): string => `panel-${id}`;

const steps = { ArrowRight: 1, ArrowLeft: -1 };

/** The row of tabs; whoever draws the panel gives it the id `panelOf` says. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose }: TabsProps<Id>) {
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => goBetween(event, [...event.currentTarget.querySelectorAll('button')], steps)?.click()}
    >
      {tabs.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          id={`tab-${id}`}
          role="tab"
          aria-selected={id === chosen}
          aria-controls={id === chosen ? panelOf(id) : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
