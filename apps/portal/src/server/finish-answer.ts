import type { IncomingMessage, ServerResponse } from "node:http";
import { carriedFormName, carriedSeconds } from "./carried-form.ts";
import { compress } from "./compress.ts";
import { setCookie } from "./cookies.ts";
import type { Exchange } from "./exchange.ts";
import type { Failure } from "./failure-page.ts";
import type { HeldAnswer } from "./hold-answer.ts";
import { outward, outwardCookie, outwardPage } from "./own-host.ts";
import { plainDocument } from "./plain-document.ts";
import type { PostedBody } from "./posted-body.ts";

/** One request on its way through the server. */
export interface Served {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  /** The shop whose own host was asked. */
  readonly handle: string | null;
  /** Null when nothing was posted. */
  readonly body: PostedBody | null;
  /** The browser still holds a refused form. */
  readonly carries: boolean;
  readonly exchange: Exchange;
  readonly failure: (kind: Failure) => Buffer;
  readonly https: boolean;
  /** The text of the style sheets, by their addresses. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Turns what Next made into what the customer gets. */
export async function finishAnswer(
  served: Served,
  answer: HeldAnswer,
  send: (answer: HeldAnswer) => void,
): Promise<void> {
  const { request, response, body: posted } = served;
  if (posted && answer.status >= 500 && !(await posted.isFormOf(served.exchange.path))) {
    response.setHeader("content-type", "text/html; charset=utf-8");
    send({ status: 400, body: served.failure("foreign") });
    return;
  }
  response.removeHeader("etag");
  response.removeHeader("link");
  if (posted) carryForm(served);
  if (served.handle) turnOutward(response, served.handle);
  if (posted && endsInPage(served, answer)) {
    response.removeHeader("x-nextjs-action-not-found");
    response.setHeader("location", served.url.pathname);
    send({ status: 303, body: Buffer.alloc(0) });
    return;
  }
  const type = String(response.getHeader("content-type"));
  if (type.startsWith("text/html") || (answer.status >= 500 && type.startsWith("text/plain"))) {
    finishPage(served, answer);
  }
  const { body, encoding } = compress(answer.body, request.headers["accept-encoding"]);
  if (encoding) response.setHeader("content-encoding", encoding);
  response.setHeader("vary", "accept-encoding");
  send({ status: answer.status, body });
}

/**
 * A form's answer that is a page, because there was nothing to do (already sent, run out), or because the form is one
 * of yesterday's build. That page is fetched instead, or the back button would ask to send the form again.
 */
function endsInPage({ response, exchange }: Served, { status }: HeldAnswer): boolean {
  if (response.hasHeader("x-nextjs-action-not-found")) return true;
  const page = String(response.getHeader("content-type")).startsWith("text/html");
  return page && exchange.refused === null && (status === 200 || status === 404);
}

/** Gives a refused form along to be shown again; takes an old one away once its form was accepted. */
function carryForm({ response, url, exchange, carries, https }: Served): void {
  const path = url.pathname;
  if (exchange.sealed) {
    setCookie(response, carriedFormName, exchange.sealed, { path, seconds: carriedSeconds, https });
  } else if (carries) {
    setCookie(response, carriedFormName, "", { path, seconds: 0, https });
  }
}

/** Without a script in the browser Next's own error page would stay blank, and its redirects would send a form again. */
function finishPage(served: Served, answer: HeldAnswer): void {
  const { response, exchange, body: posted, failure, handle, sheets } = served;
  response.setHeader("cache-control", "private, no-store");
  if (posted && (answer.status === 307 || answer.status === 308)) answer.status = 303;
  const text = answer.body.toString();
  if (answer.status >= 500 || (answer.status === 200 && text.includes('id="__next_error__"'))) {
    answer.status = 500;
    answer.body = failure("failed");
    response.setHeader("content-type", "text/html; charset=utf-8");
    return;
  }
  if (answer.status === 200 && exchange.status !== null) answer.status = exchange.status;
  const plain = plainDocument(text, { nonce: exchange.nonce, sheets });
  answer.body = Buffer.from(handle ? outwardPage(handle, plain) : plain);
}

/** On a shop's own host redirects and cookies are about the paths the browser sees. */
function turnOutward(response: ServerResponse, handle: string): void {
  const location = response.getHeader("location");
  if (typeof location === "string") response.setHeader("location", outward(handle, location));
  const cookies = response.getHeader("set-cookie");
  if (cookies)
    response.setHeader(
      "set-cookie",
      [cookies].flat().map((each) => outwardCookie(handle, String(each))),
    );
}
