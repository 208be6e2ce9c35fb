/**
 * Resolves when everything asked of the database so far has been handed to the driver, which sends it in that order: a
 * tick begins only after all that was begun before it has gone as far as it can without an answer.
 */
export function handedOver(): Promise<void> {
  return new Promise((resolve) => {
    process.nextTick(resolve);
  });
}

/**
 * Asks several things of one transaction without waiting in between: they travel together and are carried out in this
 * order, each seeing what those before it did. None needs another's answer; only the first statement of each keeps its
 * place: what follows it goes on beside the others, which must not mind.
 * Answers when the last has; when one fails so do those after it, and the first failure is thrown, after all are over.
 */
export async function inOneBreath<const Asks extends readonly (() => PromiseLike<unknown>)[]>(
  asks: Asks,
): Promise<{ -readonly [K in keyof Asks]: Awaited<ReturnType<Asks[K]>> }> {
  const asked: Promise<unknown>[] = [];
  for (const ask of asks) {
    asked.push(Promise.resolve(ask()));
    asked.at(-1)?.catch(() => {});
    await handedOver();
  }
  const answers = await Promise.allSettled(asked);
  const failed = answers.find((answer) => answer.status === "rejected");
  if (failed) throw failed.reason;
  return answers.map((answer) => answer.status === "fulfilled" && answer.value) as never;
}
