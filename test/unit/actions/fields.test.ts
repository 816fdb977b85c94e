/** What every field of an input says of itself: to the person who is asked for it, and to the agent who gives it. */
import * as assert from 'node:assert/strict';
import type * as z from 'zod/mini';
import { actions } from '../../../src/actions/all.ts';
import { fieldsOfInput } from '../../../src/core/base/input.ts';
import { questions } from '../../../src/questions/all.ts';

/** The fields of an input, and of the maps and lists in it: where each stands, what it is called, what it says. */
function fieldsIn(schema: z.ZodMiniType, place: string): { place: string; name: string; help: string | undefined }[] {
  const def = schema._zod.def as {
    readonly element?: z.ZodMiniType;
    readonly innerType?: z.ZodMiniType;
    readonly options?: readonly z.ZodMiniType[];
  };
  const parts = [def.element, def.innerType, ...(def.options ?? [])].flatMap((part) => part ?? []);
  return [
    ...fieldsOfInput(schema).flatMap(({ name, said, schema: inner }) => {
      const at = `${place}.${name}`;
      return [{ place: at, name, help: said?.help() }, ...fieldsIn(inner, at)];
    }),
    ...parts.flatMap((part) => fieldsIn(part, place)),
  ];
}

describe('the fields of inputs', () => {
  const all = [...actions, ...questions].flatMap(({ name, input }) => fieldsIn(input, name));

  it('are found in every action and question, in maps and lists too', () => {
    const places = all.map(({ place }) => place);
    for (const place of [
      'object.text',
      'flagRisk.anchor.line',
      'setUp.team.members.emails',
      'setUp.sprint.goal',
      'card.key',
    ])
      assert.ok(places.includes(place), place);
  });

  it('say in a sentence what to give, and more than their name', () => {
    const words = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '');
    const silent = all.filter(({ name, help = '' }) => words(help).length <= words(name).length || !help.includes(' '));
    assert.deepEqual(
      silent.map(({ place }) => place),
      [],
    );
  });

  it('offer values with what people call them', () => {
    const input = actions.find(({ name }) => name === 'flagRisk')?.input;
    assert.ok(input);
    const likelihood = fieldsOfInput(input).find(({ name }) => name === 'likelihood');
    assert.deepEqual(likelihood?.options?.()[0], { value: 1, label: '1 rare' });
  });
});
