/** Words for people, and for the things teams build: how a check tells who suffers from what is made. */

const PEOPLE = new RegExp(
  String.raw`\b(?:${[
    'users?|customers?|clients?|people|persons?|humans?|someone|somebody|anyone|anybody|everyone|everybody|nobody|one',
    'we|us|our|ours|i|me|my|you|your|they|them|their|he|she|his|her|who|whoever|those|others',
    'developers?|devs?|engineers?|admins?|administrators?|operators?|sres?|programmers?|authors?|maintainers?',
    'contributors?|reviewers?|testers?|designers?|managers?|analysts?|architects?|owners?|leads?|scientists?|researchers?',
    'teams?|squads?|staff|employees?|colleagues?|workers?|agents?|members?|volunteers?|newcomers?|beginners?|novices?',
    'companies|company|businesses|organi[sz]ations?|startups?|enterprises?|vendors?|merchants?|sellers?|buyers?|shoppers?',
    'patients?|nurses?|doctors?|physicians?|clinicians?|students?|pupils?|teachers?|parents?|child|children|families',
    'drivers?|riders?|couriers?|pilots?|travell?ers?|passengers?|guests?|visitors?|tourists?|tenants?|residents?|citizens?',
    'readers?|viewers?|listeners?|players?|learners?|subscribers?|members?|fans?|accountants?|lawyers?|founders?|creators?',
    'women|woman|men|man|girls?|boys?|adults?|kids?|seniors?|elderly|consumers?|professionals?|experts?|communit(?:y|ies)',
  ].join('|')})\b`,
  'i',
);

/** Plurals that name people by what they do, where the list above does not know the trade. */
const DOERS = /\b([A-Za-z]{3,}(?:ers|ors|ists|ants|ians|ees))\b/gi;

const THINGS = new Set(
  (
    'servers containers clusters controllers numbers errors orders folders headers footers parameters papers layers buffers ' +
    'filters pointers monitors vectors factors processors letters identifiers routers brokers schedulers balancers timers ' +
    'triggers characters computers printers registers trackers loaders parsers compilers handlers listeners providers ' +
    'watchers wrappers adapters adaptors connectors selectors iterators operators executors indicators mirrors doors colors ' +
    'kernels runners builders drivers makers markers borders corners centers transfers offers answers matters papers powers ' +
    'trees fees degrees committees guarantees lists exists consists persists costs variants constants tenants grants plants ' +
    'instants descendants assistants others calculators validators generators emulators simulators authenticators'
  ).split(' '),
);

/** Whether the words name a person, a role, a team or speak of one. */
export function namesPeople(words: string): boolean {
  if (PEOPLE.test(words)) return true;
  for (const [, doers = ''] of words.matchAll(DOERS)) if (!THINGS.has(doers.toLowerCase())) return true;
  return false;
}

/** What teams build, as the part of a pattern; singular. */
export const ARTEFACT =
  '(?:dashboard|button|page|screen|tab|feature|tool|app|application|api|endpoint|cli|plugin|extension|integration|service|' +
  'microservice|system|platform|portal|wizard|widget|database|cache|queue|flag|setting|toggle|menu|chatbot|bot|script|' +
  'library|framework|sdk|controller|component|module|interface|mechanism|pipeline|modal|dark mode|filter|search bar|' +
  'export|notification|website|template|spreadsheet|configuration|command|subcommand|redesign|rewrite|automation)';
