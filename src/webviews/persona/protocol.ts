/** What passes between a persona page and its host. */
import * as z from 'zod/mini';
import { personaDraft } from '../../core/persona/told.ts';
import { maybeText, text } from '../../core/scoring/item.ts';
import { protocol } from '../frame/channel.ts';

/** The persona to build on, and where to look; without a list, where the persona's own problems lead. */
export const looking = z.object({
  persona: maybeText,
  problems: z.optional(z.array(text)),
  segments: z.optional(z.array(text)),
});

const nothing = z.unknown();

export const persona = protocol({
  requests: {
    /** The first question: what is shown, as the page remembers it, where a command asked for nothing else. */
    ready: { params: looking, result: personaDraft },
    /** Shows another persona, or looks elsewhere. */
    look: { params: looking, result: personaDraft },
    /** Opens the record with the id. */
    open: { params: z.object({ id: text }), result: nothing },
    /** Performs an action; the answer is what the action returns. */
    act: {
      params: z.object({ action: z.enum(['savePersona', 'validatePersona']), input: z.record(text, z.unknown()) }),
      result: z.unknown(),
    },
  },
  events: {
    /** What is shown changed, or the host wants something else shown. */
    state: personaDraft,
  },
});

export type PersonaProtocol = typeof persona;
