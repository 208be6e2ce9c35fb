import { type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { useAgent } from "request-filtering-agent";
import { Webhook } from "standardwebhooks";

/** What came of one sending: an answer with its status, or why there is none. */
export interface Sent {
  readonly status: number | null;
  readonly milliseconds: number;
  readonly error: "timeout" | "refused_address" | "unreachable" | null;
  /** The beginning of what was answered. */
  readonly answer: string;
}

const timeoutMs = 10_000;
const mostAnswer = 2_000;

/**
 * Posts a letter to a shop's endpoint, signed by the Standard Webhooks scheme with every secret that counts now. The
 * address its name leads to is looked at when the connection is made, so that no name can lead into the house;
 * redirects are answers like any other, and not followed.
 */
export function sendWebhook(input: {
  url: string;
  id: string;
  at: Date;
  body: string;
  secrets: readonly string[];
  allowLoopback: boolean;
}): Promise<Sent> {
  const url = new URL(input.url);
  const agent = useAgent(url.href, input.allowLoopback ? { allowIPAddressList: ["127.0.0.1", "::1"] } : {});
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const started = performance.now();
  const body = Buffer.from(input.body);
  const headers = { ...signed(input), "content-type": "application/json", "content-length": body.length };
  return new Promise((resolve) => {
    const done = (sent: Omit<Sent, "milliseconds">) =>
      resolve({ ...sent, milliseconds: Math.trunc(performance.now() - started) });
    const signal = AbortSignal.timeout(timeoutMs);
    const posted = request(url, { method: "POST", agent, headers, signal }, async (answer) => {
      done({ status: answer.statusCode ?? null, error: null, answer: await beginning(answer) });
    });
    posted.once("error", (error) => done({ status: null, error: reasonOf(error, signal), answer: "" }));
    posted.end(body);
  });
}

function signed({
  id,
  at,
  body,
  secrets,
}: {
  id: string;
  at: Date;
  body: string;
  secrets: readonly string[];
}) {
  return {
    "user-agent": "Kept-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(" "),
  };
}

/** Read as far as it is kept; a receiver that never stops talking is not listened to. */
async function beginning(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= mostAnswer) break;
    }
  } catch {
    // The status is the answer; a body that breaks off says nothing more.
  }
  answer.destroy();
  return Buffer.concat(chunks).toString("utf8").slice(0, mostAnswer).replaceAll("\0", "");
}

function reasonOf(error: Error & { code?: string }, signal: AbortSignal): NonNullable<Sent["error"]> {
  if (signal.aborted) return "timeout";
  return /DNS lookup|is not allowed/i.test(error.message) ? "refused_address" : "unreachable";
}
