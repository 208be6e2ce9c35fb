import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

/** An answer that was held back: its status, its whole text; the headers are on the response. */
export interface HeldAnswer {
  status: number;
  body: Buffer;
}

/**
 * Collects an answer that `holds` by its content type and status, and hands it to `finish` instead of the network; other answers pass
 * untouched. Pages are small and whole, so nothing is lost by waiting for their last byte.
 */
export function holdAnswer(
  response: ServerResponse,
  holds: (contentType: string, status: number) => boolean,
  finish: (answer: HeldAnswer, send: (answer: HeldAnswer) => void) => void,
): void {
  const original = {
    write: response.write,
    end: response.end,
    writeHead: response.writeHead,
    flushHeaders: response.flushHeaders,
  };
  const chunks: Buffer[] = [];
  const held = () => holds(String(response.getHeader("content-type") ?? ""), response.statusCode);
  const pass = (method: keyof typeof original, given: unknown[]) =>
    Reflect.apply(original[method] as (...all: unknown[]) => unknown, response, given);

  const send = ({ status, body }: HeldAnswer) => {
    Object.assign(response, original);
    response.statusCode = status;
    response.removeHeader("transfer-encoding");
    response.setHeader("content-length", body.length);
    response.end(response.req.method === "HEAD" ? undefined : body);
  };

  Object.assign(response, {
    writeHead(...given: unknown[]) {
      for (const headers of given) setHeaders(response, headers);
      response.statusCode = given[0] as number;
      return held() ? response : pass("writeHead", [given[0]]);
    },
    flushHeaders() {
      if (!held()) pass("flushHeaders", []);
    },
    write(...given: unknown[]) {
      if (!held()) return pass("write", given);
      keep(chunks, given);
      called(given);
      return true;
    },
    end(...given: unknown[]) {
      if (!held()) return pass("end", given);
      keep(chunks, given);
      finish({ status: response.statusCode, body: Buffer.concat(chunks) }, send);
      called(given);
      return response;
    },
  });
}

function setHeaders(response: ServerResponse, headers: unknown): void {
  if (typeof headers !== "object" || headers === null || Array.isArray(headers)) return;
  for (const [name, value] of Object.entries(headers as OutgoingHttpHeaders)) {
    if (value !== undefined) response.setHeader(name, value);
  }
}

function keep(chunks: Buffer[], [chunk, encoding]: unknown[]): void {
  if (typeof chunk === "string") {
    chunks.push(Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8"));
  } else if (chunk instanceof Uint8Array) {
    chunks.push(Buffer.from(chunk));
  }
}

/** A stream waits for its callback before it writes on. */
function called(given: unknown[]): void {
  const done = given.at(-1);
  if (typeof done === "function") queueMicrotask(() => done());
}
