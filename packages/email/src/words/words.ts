/** Everything Kept's letters say in one language. One file per language; facts come in, sentences go out. */
export interface Words {
  hello(name: string | null): string;
  /** Small print under every letter to a customer. */
  about(facts: { shop: string; order: string; number: string }): string;
  seeReturn: string;
  storeCreditIssued: {
    subject(facts: { total: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    refund: string;
    bonus: string;
    total: string;
    balance(facts: { digits: string | null }): string;
    bonusUntil(date: string): string;
    refundUntil(date: string): string;
    refundNeverExpires: string;
    creditNeverExpires: string;
    howTitle: string;
    /** Two steps: sign in with this link, then apply it at checkout. */
    how(facts: { shop: string; currency: string }): readonly [string, string];
    button: string;
  };
  returnReceived: {
    subject(facts: { order: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    next(facts: { shop: string }): string;
    asCredit: string;
    asPayment: string;
  };
  returnApproved: {
    subject(facts: { order: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    /** What becomes of the goods: kept, or what the credit waits for. */
    goods: Record<"kept" | "sent" | "arrived" | "inspected", string>;
    nextCredit: string;
    nextPayment: string;
    /** Fewer items than were asked for: the amount is for those. */
    partly: string;
    asCredit: string;
    asPayment: string;
  };
  returnDeclined: {
    subject(facts: { order: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    reason: string;
    next(facts: { shop: string }): string;
  };
  creditReversed: {
    subject(facts: { amount: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    taken: string;
  };
  bonusExpiresSoon: {
    subject(facts: { left: string; date: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; date: string }): string;
    left: string;
    rest: string;
  };
  messageWritten: {
    subject(facts: { number: string; shop: string }): string;
    headline: string;
    /** Before the shop's message, which follows in its own words. */
    lead(facts: { shop: string; order: string; number: string }): string;
    /** Where an answer is read. */
    next(facts: { shop: string }): string;
    answer: string;
    /** The button under a message that was too long for the letter. */
    readOn: string;
  };
  orderCode: {
    subject(facts: { code: string; shop: string }): string;
    headline: string;
    lead(facts: { shop: string; order: string }): string;
    code: string;
    once(facts: { minutes: number }): string;
    notYou(facts: { shop: string }): string;
  };
  signIn: {
    subject(facts: { host: string }): string;
    headline: string;
    lead(facts: { host: string }): string;
    button: string;
    once: string;
    notYou: string;
  };
}
