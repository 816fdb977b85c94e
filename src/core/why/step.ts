/** A step from code to customer, as plain data for whoever asks. `docs/api.md` holds the same text. */

/** A step from code to customer: what `because.explainLine` and `because.explainCommit` give with `show: false`. */
export interface WhyStep {
  readonly sort: 'uncommitted' | 'commit' | 'pull-request' | 'initiative' | 'problem' | 'evidence';
  /** `Commit 3f2a91c0`, in the language of the editor; of evidence, who said or had it, where that is known. */
  readonly name: string;
  /** The commit's subject, the problem's statement, the customer's words: one line of foreign text. */
  readonly headline: string;
  /** What else it says, a paragraph each: also that earlier commits of the line were looked at, and what they said. */
  readonly lines: readonly string[];
  /** The record it is, where it is one. Sensitive evidence is no step. */
  readonly id?: string;
  /** The whole hash of the commit or merge, where it is one. */
  readonly commit?: string;
  /** Its page on the host, where it has one. */
  readonly url?: string;
}
