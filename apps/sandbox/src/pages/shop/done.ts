const sentences: Record<string, string> = {
  refunded: "Refunded.",
  cancelled: "Cancelled, and what was paid went back.",
  added: "Store credit added.",
  taken: "Store credit taken.",
  saved: "Saved.",
  bought: "Bought and paid.",
};

/** What `?done=` says was just done; only sentences of our own are ever shown. */
export function doneSentence(query: URLSearchParams): string | undefined {
  const done = query.get("done");
  return done !== null && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
}
