/** A letter, ready to be posted. The subject has no line breaks; html and text say the same. */
export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** Whose letter it is: what the customer sees at the top and in the sums. */
export interface LetterShop {
  readonly name: string;
  /** https address of a picture; shown at most 160 × 48. */
  readonly logoUrl?: string | null;
  /** "#1f5c3f". Anything else falls back to Kept's green; text on it is made readable. */
  readonly color?: string | null;
  /** The shop's front door. */
  readonly url: string;
}
