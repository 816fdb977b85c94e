/** Random YAML as people write it: maps and lists of any depth, blocks, folded and quoted texts, comments everywhere. */

import fc from 'fast-check';

/** A value as it follows a colon or dash: what stands on that line, and the lines below, given how deep they stand. */
interface Node {
  readonly inline: string;
  readonly below: (indent: string) => readonly string[];
}

/** One of the pieces between the bars. */
const oneOf = (pieces: string) => fc.constantFrom(...pieces.split('¦'));
const often = (weight: number, usual: fc.Arbitrary<string>, ...others: fc.Arbitrary<string>[]) =>
  fc.oneof({ weight, arbitrary: usual }, ...others);

const sentence = fc
  .array(oneOf("a¦people¦wait¦5 minutes¦it’s¦it's¦中文¦😀¦x:y¦a#b¦007¦-"), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));

/** What YAML takes for something else than text, or looks as if it might. */
const odd = oneOf(
  [
    '007¦1.10¦2026.10¦9509425349e4¦21E08¦1_000¦0x1F¦0o17¦.5¦1.¦-0¦+5¦-1¦.inf¦-.INF¦.nan¦.NaN¦~¦null¦Null¦NULL¦nULL¦true¦True',
    'TRUE¦false¦yes¦no¦on¦off¦y¦2026-11-01¦2026-11-01T09:00:00Z¦09:00¦https://a.example/#x¦owner/repo#12¦(a)¦$5¦<b>¦=¦...¦---',
    '99999999999999999999999¦12345678901234567890¦0.1e-7¦1e400¦-a¦@ada¦`a`',
  ].join('¦'),
);
/** What means something else to YAML where a text is expected, or nothing at all. */
const wrong = oneOf(
  '- a¦-¦--¦%¦?¦? a¦:a¦a:¦a: b¦#a¦&a b¦*a¦!t x¦!!str 1¦|¦>¦|x¦{¦]¦, a¦a, b¦a]¦\u00a0a¦a\u00a0¦a\u2028b¦a\tb',
);
const plain = fc.oneof(
  { weight: 14, arbitrary: sentence },
  { weight: 12, arbitrary: odd },
  { weight: 1, arbitrary: wrong },
);
const single = fc
  .oneof(sentence, odd, oneOf("¦ ¦''¦a ''b''¦ a ¦a: b # c¦{¦\""))
  .map((text) => `'${text.replaceAll(/(?<!')'(?!')/g, '')}'`);
const escaped = oneOf('\\n¦\\"¦\\\\¦\\t¦\\u00e9¦\\x41¦\\U0001f600¦\\ud83d\\ude00¦\\/¦\\_¦\\0¦\\ ¦\\q¦\\u12');
const double = fc.oneof(sentence, odd, oneOf("¦ ¦a: b # c¦ a ¦'"), escaped).map((text) => `"${text}"`);
const oneLine = often(4, plain, single, double, fc.constant(''));

const gap = oneOf('¦¦¦ ¦\n  ¦ # note\n   ¦\n¦\n\n    ¦\n# note\n  ');
const flowKey = often(
  20,
  oneOf('id¦name¦low¦likely¦a b¦007¦x-y¦__proto__¦yes'),
  oneOf('"id"¦\'a b\'¦null¦<<¦? a¦¦a:b'),
);
const { flow } = fc.letrec<{ flow: string; list: string; map: string; item: string }>((tie) => {
  const closed = (items: fc.Arbitrary<string>, [open, close]: string) =>
    fc
      .tuple(fc.array(items, { maxLength: 4 }), gap, oneOf('¦¦,'))
      .map(([all, end, comma]) => `${open}${all.join(', ')}${comma}${end}${close}`);
  const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((all) => all.join(''));
  return {
    flow: fc.oneof(tie('list'), tie('map')),
    item: fc.oneof(
      { maxDepth: 3 },
      { weight: 6, arbitrary: often(3, sentence, odd, single, double, fc.constant('')) },
      { weight: 1, arbitrary: tie('flow') },
    ),
    list: closed(joined(gap, tie('item'), gap), '[]'),
    map: closed(joined(gap, flowKey, oneOf(': ¦: ¦:¦ : ¦:\n   '), tie('item'), gap), '{}'),
  };
});

/** A value over several lines: each further one that is not blank stands deeper than its field. */
const lines = (inline: string, rest: readonly string[], by = '  '): Node => ({
  inline,
  below: (indent) => rest.map((text) => (text.trim() === '' ? text : indent + by + text)),
});
const some = (usual: fc.Arbitrary<string>, unusual: string, maxLength: number) =>
  fc.array(often(5, usual, oneOf(unusual)), { minLength: 1, maxLength });

const noted = fc.tuple(oneLine, oneOf('¦¦¦ # note¦  #¦ ¦#no')).map(([text, note]) => lines(text + note, []));
const onNextLine = oneLine.map((text) => lines('', [text]));
const flowNode = fc.tuple(flow, oneOf('¦¦ # note¦ ¦#no')).map(([text, note]) => {
  const [first = '', ...rest] = (text + note).split('\n');
  return lines(first, rest, '');
});
const folded = fc
  .tuple(sentence, some(sentence, '¦- a¦"b"¦# c¦a: b¦  d', 3))
  .map(([first, rest]) => lines(first, rest));
const quoted = fc
  .tuple(oneOf('"¦\''), sentence, some(sentence, '¦  b ¦c\\¦# d', 3))
  .map(([quote, first, rest]) => lines(quote + first.replaceAll("'", ''), [...rest.slice(1), `e${quote}`]));
const block = fc
  .tuple(
    oneOf('|¦>¦|-¦>-¦|+¦>+¦|2¦>2-¦|-2¦>+1¦|3'),
    oneOf('¦¦ ¦ # note¦#no'),
    oneOf('  ¦  ¦   ¦ ¦'),
    some(sentence, '¦¦ ¦    ¦  deeper¦# not a note¦- a¦a: b¦\ta', 6),
  )
  .map(([head, note, by, rest]) => lines(head + note, rest, by));

const key = often(
  30,
  oneOf('id¦title¦x-y¦team¦A1¦owner name¦ünï¦a/b¦due¦n¦k1¦k2¦k3¦k4¦k5'),
  oneOf('"q"¦\'a b\'¦__proto__¦yes¦null¦007¦on¦1.0¦a ¦é:¦-a¦@x¦?¦"a¦~'),
);
const filler = oneOf('¦¦¦# note¦  # deeper¦      # deepest¦ ¦\n');

type Entries = readonly (readonly [head: string, node: Node, filler: string])[];

const write = (all: Entries, indent: string): string[] =>
  all.flatMap(([head, node, fill]) => [
    `${indent}${head}${node.inline === '' ? '' : ` ${node.inline}`}`,
    ...node.below(indent),
    ...(fill === '' ? [] : [fill.trimEnd()]),
  ]);

const { map } = fc.letrec<{ node: Node; map: Entries; list: Entries; below: Node; beside: Node }>((tie) => {
  const entries = (head: fc.Arbitrary<string>) =>
    fc.array(fc.tuple(head, tie('node') as fc.Arbitrary<Node>, filler), { minLength: 1, maxLength: 4 });
  const either = fc.oneof(tie('map'), tie('list')) as fc.Arbitrary<Entries>;
  return {
    map: entries(key.map((name) => `${name}:`)),
    list: entries(fc.constant('-')),
    below: fc
      .tuple(either, oneOf('  ¦  ¦    ¦ ¦'))
      .map(([all, by]) => ({ inline: '', below: (indent) => write(all, indent + by) })),
    // A map or list that begins on its dash's own line.
    beside: fc.tuple(either, oneOf(' ¦ ¦   ')).map(([all, by]) => ({
      inline: by.slice(1) + (write(all, '')[0] ?? ''),
      below: (indent) => write(all, `${indent}${by} `).slice(1),
    })),
    node: fc.oneof(
      { maxDepth: 4 },
      { weight: 9, arbitrary: noted },
      flowNode,
      folded,
      quoted,
      block,
      onNextLine,
      { weight: 3, arbitrary: tie('below') },
      { weight: 1, arbitrary: tie('beside') },
    ),
  };
});

/** A whole YAML text: a map, its lines ended in one way or the other. */
export const yamlText = fc
  .tuple(oneOf('¦¦¦  '), filler, map, oneOf('\n¦\n¦\r\n'), fc.boolean())
  .map(([indent, fill, all, ending, ended]) => {
    const text = [...(fill === '' ? [] : [fill]), ...write(all, indent)].join('\n');
    return text.replaceAll('\n', ending) + (ended ? ending : '');
  });

const harm = oneOf(' ¦\n¦\n¦:¦-¦#¦"¦\'¦[¦]¦{¦}¦,¦|¦>¦&¦*¦!¦?¦%¦@¦`¦~¦\t¦\\¦a¦1¦\r¦\u2028¦\uFEFF¦- ¦: ¦  ¦---\n¦...\n');

/** Such a text with a few pieces put in or left out. */
export const damagedYamlText = fc
  .tuple(yamlText, fc.array(fc.tuple(fc.nat(), fc.nat(3), harm), { minLength: 1, maxLength: 3 }))
  .map(([text, harms]) =>
    harms.reduce((harmed, [place, length, piece]) => {
      const at = place % (harmed.length + 1);
      return harmed.slice(0, at) + piece + harmed.slice(at + length);
    }, text),
  );
