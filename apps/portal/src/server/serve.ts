import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { callerAddress, cleanRequest, fromElsewhere } from "./caller.ts";
import { compress } from "./compress.ts";
import { type Exchange, exchanges } from "./exchange.ts";
import { type Failure, failurePage } from "./failure-page.ts";
import { type HeldAnswer, holdAnswer } from "./hold-answer.ts";
import { type Language, languageCookie, languageOf, preferredLanguage } from "./language.ts";
import { plainDocument } from "./plain-document.ts";
import { securityHeaders } from "./security-headers.ts";

export interface ServeSettings {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly log: Logger;
  readonly proxyHops: number;
  readonly https: boolean;
  readonly pictures: string | undefined;
}

/** Answers one request: Next makes the page, this makes it a plain document with the right status and headers. */
export function serve(settings: ServeSettings, request: IncomingMessage, response: ServerResponse): void {
  const started = performance.now();
  const exchange: Exchange = {
    requestId: randomUUID(),
    address: callerAddress(request, settings.proxyHops),
    nonce: randomBytes(16).toString("base64"),
    status: null,
    refused: null,
  };
  const posted = request.method === "POST";
  const url = addressOf(request);
  const language = spokenLanguage(request);

  response.on("finish", () => {
    settings.log.info({
      requestId: exchange.requestId,
      method: request.method,
      route: routeOf(url.pathname),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  response.setHeader("x-request-id", exchange.requestId);
  const headers = securityHeaders({
    nonce: exchange.nonce,
    pictures: settings.pictures,
    https: settings.https,
  });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);

  const failure = (kind: Failure) =>
    Buffer.from(
      failurePage(kind, { language, nonce: exchange.nonce, again: kind === "failed" ? url.pathname : null }),
    );

  holdAnswer(response, isText, (answer, send) => {
    response.removeHeader("etag");
    response.removeHeader("link");
    if (posted && response.hasHeader("x-nextjs-action-not-found"))
      return seeOther(response, url.pathname, send);
    const type = String(response.getHeader("content-type"));
    if (type.startsWith("text/html")) {
      response.setHeader("cache-control", "private, no-store");
      finishPage(answer, exchange, posted, failure);
    }
    const { body, encoding } = compress(answer.body, request.headers["accept-encoding"]);
    if (encoding) response.setHeader("content-encoding", encoding);
    response.setHeader("vary", "accept-encoding");
    send({ status: answer.status, body });
  });

  if (posted && fromElsewhere(request.headers)) {
    end(response, 403, failure("foreign"));
    return;
  }
  const wanted = url.searchParams.get("lang");
  if (wanted !== null && request.method === "GET") {
    rememberLanguage(response, url, wanted, settings.https);
    return;
  }

  cleanRequest(request, exchange.nonce);
  exchanges.run(exchange, () => {
    settings.pages(request, response).catch((error: unknown) => {
      settings.log.error({ err: error, requestId: exchange.requestId }, "page");
      if (!response.headersSent) end(response, 500, failure("failed"));
    });
  });
}

/** Without a script in the browser Next's own error page would stay blank, and its redirects would send a form again. */
function finishPage(
  answer: HeldAnswer,
  exchange: Exchange,
  posted: boolean,
  failure: (kind: Failure) => Buffer,
): void {
  if (posted && (answer.status === 307 || answer.status === 308)) answer.status = 303;
  const text = answer.body.toString();
  if (answer.status >= 500 || (answer.status === 200 && text.includes('id="__next_error__"'))) {
    answer.status = 500;
    answer.body = failure("failed");
    return;
  }
  if (answer.status === 200 && exchange.status !== null) answer.status = exchange.status;
  answer.body = Buffer.from(plainDocument(text, exchange.nonce));
}

/** What was asked for. A request line that is no path ("//", "http://elsewhere/", "/%ff") is nobody's page. */
function addressOf(request: IncomingMessage): URL {
  const asked = `http://portal${request.url}`;
  if (request.url?.startsWith("/") && URL.canParse(asked) && decodes(request.url)) return new URL(asked);
  request.url = "/-";
  return new URL("http://portal/-");
}

function decodes(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isText(contentType: string): boolean {
  return /^(text\/(html|css|plain|javascript)|application\/(javascript|json)|image\/svg)/.test(contentType);
}

/** A form of yesterday's build: its page is shown anew, and what was saved is still there. */
function seeOther(response: ServerResponse, path: string, send: (answer: HeldAnswer) => void): void {
  response.removeHeader("x-nextjs-action-not-found");
  response.setHeader("location", path);
  send({ status: 303, body: Buffer.alloc(0) });
}

function rememberLanguage(response: ServerResponse, url: URL, wanted: string, https: boolean): void {
  const language = languageOf(wanted);
  if (language) {
    const secure = https ? "; Secure" : "";
    response.setHeader(
      "set-cookie",
      `${languageCookie}=${language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure}`,
    );
  }
  url.searchParams.delete("lang");
  // Never two slashes in front: that would be another host.
  response.setHeader("location", `${url.pathname.replace(/^\/+/, "/")}${url.search}`);
  end(response, 303, Buffer.alloc(0));
}

function end(response: ServerResponse, status: number, body: Buffer): void {
  response.statusCode = status;
  if (body.length > 0) response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(body);
}

/** For pages made without the shop: what the visitor chose, or the browser asks for. */
function spokenLanguage(request: IncomingMessage): Language {
  const cookie = request.headers.cookie ?? "";
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=(\\w+)`).exec(cookie)?.[1];
  return languageOf(chosen) ?? preferredLanguage(request.headers["accept-language"]) ?? "en";
}

/** Keys in addresses are secrets of one customer; the log gets the kind of page. */
function routeOf(path: string): string {
  if (path.startsWith("/_next/")) return "/_next";
  return path.replace(/\/(return|r)\/[^/]+/, "/$1/{key}").slice(0, 120);
}
