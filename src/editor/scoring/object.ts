/** `Because: Object`: then the way that answers such an objection. */
import { object } from '../../actions/object.ts';
import { gesture } from '../ask/gesture.ts';
import { leadOn } from './objectionWays.ts';

/** The objection stands from here on: turning away from what follows leaves it open. */
export const objectCommand = gesture(object, {
  done: ({ output, input }, { live, folder, record: initiative }) =>
    initiative && leadOn({ live, folder, initiative, objection: output.id }, input.kind),
});
