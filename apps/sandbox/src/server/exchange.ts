import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** One request as every part of the server sees it. */
export interface Call {
  method: string;
  url: URL;
  headers: IncomingMessage["headers"];
  /** Raw bytes; webhooks and fingerprints must not see a re-encoded body. */
  body: Buffer;
  requestId: string;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Cut the connection instead of answering. */
  drop?: boolean;
}

const largestBody = 10_000_000;

/** Reads the whole request. Returns undefined when it is larger than anything an app sends. */
export async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  const url = new URL(request.url ?? "/", "http://sandbox");
  return {
    method: request.method ?? "GET",
    url,
    headers: request.headers,
    body: Buffer.concat(chunks),
    requestId: randomUUID(),
  };
}

export function send(response: ServerResponse, reply: Reply, requestId: string): void {
  if (reply.drop) {
    response.destroy();
    return;
  }
  const body = reply.body ?? "";
  response.writeHead(reply.status, {
    "x-request-id": requestId,
    "content-length": String(Buffer.byteLength(body)),
    ...reply.headers,
  });
  response.end(body);
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(value),
  };
}

/** The body as JSON, or undefined when it is none. */
export function readJson(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString("utf8"));
  } catch {
    return undefined;
  }
}

/** For the parts that speak the web's own Request and Response. */
export function toRequest(call: Call, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(call.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  const bodiless = call.method === "GET" || call.method === "HEAD";
  return new Request(`${origin}${call.url.pathname}${call.url.search}`, {
    method: call.method,
    headers,
    ...(bodiless ? {} : { body: new Uint8Array(call.body) }),
  });
}

export async function fromResponse(response: Response): Promise<Reply> {
  const headers: Record<string, string> = {};
  for (const [name, value] of response.headers) headers[name] = value;
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
