/** What passes between the page of results and its host. */
import * as z from 'zod/mini';
import { resultsToldSchema as told } from '../../core/results/told.ts';
import { maybeText, text } from '../../core/scoring/item.ts';
import { protocol } from '../frame/channel.ts';

const nothing = z.unknown();

export const resultsPage = protocol({
  requests: {
    /** What is known now. */
    ready: { params: z.object({}), result: told },
    /** Runs an editor's command, on the record with the id where one is given. Does not wait for the person. */
    run: {
      params: z.object({
        command: z.enum(['openWhy', 'openRecord', 'recordResult', 'adoptionCalculator']),
        id: maybeText,
      }),
      result: nothing,
    },
    /** Puts the results on the clipboard, as Markdown. */
    copy: { params: z.object({}), result: nothing },
  },
  events: {
    /** What is shown changed. */
    state: told,
    /** The host wants the result of an initiative to be read. */
    show: z.object({ initiative: text }),
  },
});

export type ResultsProtocol = typeof resultsPage;
