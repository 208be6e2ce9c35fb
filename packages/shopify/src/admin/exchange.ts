import { type Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Duplex } from "node:stream";

/** One request and what came back, before anybody says what it means. */
export interface Exchange {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** From the first byte sent to the last byte received. */
  readonly timeoutMs: number;
  /** Reads share connections through an agent; a money call brings the one connection it may use. */
  readonly by: { readonly agent: Agent } | { readonly socket: Duplex };
}

export type Outcome =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: ResponseHeaders;
      readonly body: string;
    }
  | { readonly kind: "timeout" }
  | { readonly kind: "connection_lost"; readonly code: string; readonly status?: number };

export interface ResponseHeaders {
  readonly requestId: string | null;
  readonly retryAfter: string | null;
}

/** Sends once. Never follows a redirect, never sends again; every trouble is an outcome, nothing is thrown. */
export function exchange(wish: Exchange): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end({ kind: "timeout" }), wish.timeoutMs);
    const { by } = wish;
    const request = send(wish, (response) => {
      collect(response).then(end, (error: NodeJS.ErrnoException) =>
        end({ kind: "connection_lost", code: error.code ?? error.name, status: response.statusCode ?? 0 }),
      );
    });
    request.on("error", (error: NodeJS.ErrnoException) =>
      end({ kind: "connection_lost", code: error.code ?? error.name }),
    );
    request.end(wish.body);

    function end(outcome: Outcome) {
      clearTimeout(timer);
      if (outcome.kind !== "response" || "socket" in by) request.destroy();
      resolve(outcome);
    }
  });
}

/** A connection that is already open speaks plain HTTP to us: its encryption lies below. */
function send(wish: Exchange, answered: (response: IncomingMessage) => void): ClientRequest {
  const headers = { ...wish.headers, "content-length": Buffer.byteLength(wish.body) };
  const { url, by } = wish;
  if ("agent" in by) {
    const request = url.protocol === "https:" ? httpsRequest : httpRequest;
    return request(url, { method: "POST", headers, agent: by.agent }, answered);
  }
  return httpRequest(
    {
      method: "POST",
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host, connection: "close" },
      createConnection: () => by.socket,
    },
    answered,
  );
}

async function collect(response: IncomingMessage): Promise<Outcome> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw Object.assign(new Error("The answer is too long"), { code: "TOO_LONG" });
    chunks.push(chunk);
  }
  return {
    kind: "response",
    status: response.statusCode ?? 0,
    headers: {
      requestId: one(response.headers["x-request-id"]),
      retryAfter: one(response.headers["retry-after"]),
    },
    body: Buffer.concat(chunks).toString("utf8"),
  };
}

function one(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** No answer of the Admin API comes near; a stranger's might. */
const mostBytes = 16 * 1024 * 1024;
