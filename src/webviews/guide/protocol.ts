/** What passes between a guide's page and its host. */
import * as z from 'zod/mini';
import { ruleNames, guide as told } from '../../core/guide/told.ts';
import { maybeText } from '../../core/scoring/item.ts';
import { protocol } from '../frame/channel.ts';

const nothing = z.unknown();

export const guide = protocol({
  requests: {
    ready: { params: z.object({}), result: told },
    /** Runs an editor's command, on the initiative with the id where one is given. */
    run: { params: z.object({ command: z.enum(['openBoard', 'openWhy']), id: maybeText }), result: nothing },
    /** Puts the rules on the clipboard, as Markdown. */
    copy: { params: z.object({}), result: nothing },
  },
  events: {
    /** What the records say changed. */
    state: told,
    /** The host wants a rule to be read. */
    show: z.object({ rule: z.enum(ruleNames) }),
  },
});

export type GuideProtocol = typeof guide;
