/** How long somebody has waited for an answer, and what that is in words. */

/** The time somebody has waited already, and since when they wait now; a time nobody wrote down is undefined. */
export interface Waited {
  /** From when to when, each of them over. */
  readonly before: readonly { readonly from: string | undefined; readonly to: string | undefined }[];
  /** Since when the clock runs now. */
  readonly since: string | undefined;
}

/** The time somebody waits in words, as working hours count: one of these. */
export interface TimeWords {
  /** How long is left until the answer is due: `35 min`. */
  readonly left?: string;
  /** How long ago it was due. */
  readonly overdue?: string;
  /** How long it took. */
  readonly took?: string;
}
