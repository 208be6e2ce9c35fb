import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { callerAddress, cleanRequest, fromElsewhere } from "./caller.ts";
import { carriedFormName, carriedSeconds, openForm, sealForm } from "./carried-form.ts";
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
  /** Seals what a customer typed into a refused form on its way back to them. */
  readonly linkKey: Buffer;
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
  const carried = cookiesOf(request, carriedFormName);
  if (!posted) exchange.refused = openForm(settings.linkKey, url.pathname, carried, new Date());

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

  holdAnswer(response, isOurs, (answer, send) => {
    response.removeHeader("etag");
    response.removeHeader("link");
    if (posted && response.hasHeader("x-nextjs-action-not-found"))
      return seeOther(response, url.pathname, send);
    if (posted && exchange.refused) {
      const sealed = sealForm(settings.linkKey, url.pathname, exchange.refused, new Date());
      if (sealed) {
        setCookie(
          response,
          carriedFormName,
          sealed,
          { path: url.pathname, seconds: carriedSeconds },
          settings,
        );
        return seeOther(response, url.pathname, send);
      }
    } else if (posted && carried.length > 0) {
      setCookie(response, carriedFormName, "", { path: url.pathname, seconds: 0 }, settings);
    }
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
    rememberLanguage(response, url, wanted, settings);
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

/** What is rewritten: text, and redirects, which carry cookies of ours. */
function isOurs(contentType: string, status: number): boolean {
  if (status > 300 && status < 304) return true;
  return /^(text\/(html|css|plain|javascript)|application\/(javascript|json)|image\/svg)/.test(contentType);
}

/** Shows a form's page anew, by fetching it: after a refusal, and for a form of yesterday's build. */
function seeOther(response: ServerResponse, path: string, send: (answer: HeldAnswer) => void): void {
  response.removeHeader("x-nextjs-action-not-found");
  response.setHeader("location", path);
  send({ status: 303, body: Buffer.alloc(0) });
}

function rememberLanguage(response: ServerResponse, url: URL, wanted: string, settings: ServeSettings): void {
  const language = languageOf(wanted);
  if (language) setCookie(response, languageCookie, language, { path: "/", seconds: 31_536_000 }, settings);
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
  const chosen = languageOf(cookiesOf(request, languageCookie)[0]);
  return chosen ?? preferredLanguage(request.headers["accept-language"]) ?? "en";
}

/** Every value of a cookie: the same name can come from a page's own path and from one above it. */
function cookiesOf(request: IncomingMessage, name: string): string[] {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/);
  return pairs.filter((pair) => pair.startsWith(`${name}=`)).map((pair) => pair.slice(name.length + 1));
}

function setCookie(
  response: ServerResponse,
  name: string,
  value: string,
  { path, seconds }: { path: string; seconds: number },
  { https }: ServeSettings,
): void {
  const secure = https ? "; Secure" : "";
  const cookie = `${name}=${value}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
  response.appendHeader("set-cookie", cookie);
}

/** Keys in addresses are secrets of one customer; the log gets the kind of page. */
function routeOf(path: string): string {
  if (path.startsWith("/_next/")) return "/_next";
  return path.replace(/\/(return|r)\/[^/]+/, "/$1/{key}").slice(0, 120);
}
