import type { Answer } from "./answer.ts";
import { classify } from "./classify.ts";
import { openConnection } from "./connection.ts";
import type { Document } from "./document.ts";
import { exchange } from "./exchange.ts";
import type { Line } from "./line.ts";

export interface SendOptions {
  /**
   * A moment of `performance.now()`. The decision to send has gone stale after it, and then nothing leaves this
   * machine: it is looked at again when the connection stands, just before the write.
   */
  readonly notAfter?: number;
}

/**
 * Sends one mutation exactly once: a fresh connection of its own, one write, no retry of any kind, no redirect.
 * It is patient (30 s), because giving up early on a call that cannot be repeated only makes doubt.
 * Never throws for what the network or Shopify do.
 */
export async function send<TResult, TVariables>(
  line: Line,
  document: Document<TResult, TVariables>,
  variables: TVariables,
  options: SendOptions = {},
): Promise<Answer<TResult>> {
  const body = JSON.stringify({ query: document.toString(), variables });
  const late = () => options.notAfter !== undefined && performance.now() > options.notAfter;
  if (late()) return { kind: "not_executed", reason: "too_late" };

  let socket: Awaited<ReturnType<typeof openConnection>>;
  try {
    socket = await openConnection(line.url, line.patience.connectMs);
  } catch {
    return { kind: "not_executed", reason: "unreachable" };
  }
  if (late()) {
    socket.destroy();
    return { kind: "not_executed", reason: "too_late" };
  }
  const outcome = await exchange({
    url: line.url,
    headers: line.headers,
    body,
    timeoutMs: line.patience.sendMs,
    by: { socket },
  });
  const { answer, throttle } = classify(outcome);
  if (throttle) line.heard(throttle);
  // Static documents are typed by the published schema; operations that move money check the values as well.
  return answer as Answer<TResult>;
}
