/** What a button passes that means the branch which is checked out, without a question. */
export const CHECKED_OUT = 'checked-out';
