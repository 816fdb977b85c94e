/** What opening an item on the board shows beyond its row: words, challenges, evidence, what happened before. */
import type { Factor } from './factors.ts';
import type { Voice } from './item.ts';

/** A record that can be opened, by the few words it is called. */
export interface Mention {
  readonly id: string;
  readonly title: string;
}

/** One person's estimate with its reasons, in any round. */
export interface GivenEstimate extends Voice {
  readonly id: string;
  readonly round: number;
  /** The reasons, as plain text. */
  readonly reasons: string;
  /** A day or a time. */
  readonly created?: string | undefined;
  /** What is wrong with its file, as a sentence; what of it could be read is shown. */
  readonly trouble?: string | undefined;
}

export interface GivenChallenge {
  readonly id: string;
  readonly by?: string | undefined;
  readonly created?: string | undefined;
  readonly factor: Factor;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly reason: string;
  readonly evidence: readonly Mention[];
  readonly state: 'open' | 'accepted' | 'rejected' | 'withdrawn';
  readonly resolvedBy?: string | undefined;
  readonly resolved?: string | undefined;
  /** What was said when it was decided, and in between, oldest first. */
  readonly replies: readonly { readonly by?: string | undefined; readonly text: string }[];
}

export interface GivenObjection {
  readonly id: string;
  readonly by?: string | undefined;
  readonly created?: string | undefined;
  readonly kind: 'too-complex' | 'debt-first' | 'no-need' | 'other';
  readonly state: 'open' | 'scoped-down' | 'debt-scored' | 'evidence-shown' | 'validating' | 'upheld' | 'withdrawn';
  readonly words: string;
  readonly outcome: readonly Mention[];
}

/** A piece of evidence as one line; never one that is sensitive. */
export interface Piece extends Mention {
  readonly kind: string;
  readonly stance: 'supports' | 'contradicts' | 'neutral';
  readonly customer?: string | undefined;
  /** A day. */
  readonly date?: string | undefined;
  /** What was said, word for word, where it is a quote. */
  readonly quote?: string | undefined;
}

export interface Slice {
  readonly title: string;
  /** Whether the outcome cannot be reached without it. */
  readonly must: boolean;
  /** In the team's effort unit. */
  readonly effort?: number | undefined;
  /** Its share of the outcome, in percent. */
  readonly share?: number | undefined;
}

/** One thing that happened to the numbers, such as `675 → 400 because …`. */
export interface Happening {
  /** A day. */
  readonly on?: string | undefined;
  readonly by?: string | undefined;
  /** The whole sentence. */
  readonly text: string;
  /** The record that tells more. */
  readonly record?: string | undefined;
}

export interface Detail {
  readonly id: string;
  readonly problems: readonly (Mention & { readonly statement: string })[];
  /** `Setup time: 20 → 3 minutes by 2026-12-01`. */
  readonly outcome?: string | undefined;
  /** Such as `2 weeks`. */
  readonly appetite?: string | undefined;
  readonly slices: readonly Slice[];
  /** Of every round the person who asks may see, the latest round first. */
  readonly estimates: readonly GivenEstimate[];
  /** Who has given one in this round, seen or not. */
  readonly givers: readonly string[];
  /** Open ones first, then the latest. */
  readonly challenges: readonly GivenChallenge[];
  readonly objections: readonly GivenObjection[];
  /** Newest first; at most 50. */
  readonly evidence: readonly Piece[];
  /** Newest first. */
  readonly history: readonly Happening[];
}
