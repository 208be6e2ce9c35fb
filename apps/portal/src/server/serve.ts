import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { addressOf, routeOf } from "./address.ts";
import { callerAddress, cleanRequest, fromElsewhere } from "./caller.ts";
import { carriedFormName, openForm } from "./carried-form.ts";
import { carryBack, typedIn } from "./carry-back.ts";
import { cookiesOf, setCookie } from "./cookies.ts";
import { type Exchange, exchanges } from "./exchange.ts";
import { type Failure, failurePage } from "./failure-page.ts";
import { finishAnswer, type Served } from "./finish-answer.ts";
import { holdAnswer } from "./hold-answer.ts";
import { type Language, languageCookie, languageOf, preferredLanguage } from "./language.ts";
import { inward, isFile } from "./own-host.ts";
import { keepPosted, type PostedBody } from "./posted-body.ts";
import { admitted } from "./posted-length.ts";
import { securityHeaders } from "./security-headers.ts";

export interface ServeSettings {
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly log: Logger;
  readonly proxyHops: number;
  /** The shop a host of its own leads to; null for the portal's own host, and for one nobody knows. */
  readonly shopAtHost: (host: string) => Promise<string | null>;
  /** Opens what a customer typed into a refused form, on its way back to them. */
  readonly linkKey: Buffer;
  readonly https: boolean;
  /** The stand-in's origin, whose pictures may be shown; undefined in production. */
  readonly pictures: string | undefined;
  /** The text of the style sheets, by their addresses: it stands in the pages. */
  readonly sheets: ReadonlyMap<string, string>;
}

/** Answers one request: Next makes the page, this makes it a plain document with the right status and headers. */
export async function serve(
  settings: ServeSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // Before anything is waited for: the beginning of what is posted may have come with its head.
  const body = request.method === "POST" ? keepPosted(request) : null;
  // Most come to the portal's own host; only for another one is asked whose it is.
  const handle = await settings.shopAtHost(request.headers.host ?? "");
  const served = receive(settings, request, response, handle, body);
  const { exchange, url } = served;
  const methods = isFile(url.pathname) ? ["GET", "HEAD"] : ["GET", "HEAD", "POST"];
  logWhenDone(settings.log, served, performance.now());
  response.setHeader("x-request-id", exchange.requestId);
  const facts = { ...settings, nonce: exchange.nonce, photo: isPhoto(exchange.path) };
  for (const [name, value] of Object.entries(securityHeaders(facts))) {
    response.setHeader(name, value);
  }
  holdAnswer(response, isOurs, (answer, send) => {
    finishAnswer(served, answer, send).catch((error: unknown) => {
      settings.log.error({ err: error, requestId: exchange.requestId }, "answer");
      response.destroy();
    });
  });

  const wanted = url.searchParams.get("lang");
  const foreign = body !== null && fromElsewhere(request.headers);
  const admission = body && !foreign ? await admitted(settings.linkKey, request, response) : "in";
  const length = typeof admission === "string" ? admission : keepWords(settings, exchange, admission.typed);
  if (!methods.includes(request.method ?? "")) {
    response.setHeader("allow", methods.join(", "));
    end(response, 405, Buffer.alloc(0));
  } else if (foreign) {
    end(response, 403, served.failure("foreign"));
  } else if (length === "kept") {
    response.setHeader("location", exchange.path);
    end(response, 303, Buffer.alloc(0));
  } else if (length !== "in") {
    // The rest is not read.
    response.setHeader("connection", "close");
    if (length === "busy") response.setHeader("retry-after", "30");
    end(response, length === "busy" ? 503 : 413, served.failure(length));
  } else if (wanted !== null && request.method === "GET") {
    rememberLanguage(response, url, wanted, settings.https);
  } else {
    cleanRequest(request, exchange.nonce);
    if (handle) request.url = inward(handle, request.url ?? "/");
    exchanges.run(exchange, () => {
      settings.pages(request, response).catch((error: unknown) => {
        settings.log.error({ err: error, requestId: exchange.requestId }, "page");
        if (!response.headersSent) end(response, 500, served.failure("failed"));
      });
    });
  }
}

/** What is known of a request before anybody looks at it. */
function receive(
  settings: ServeSettings,
  request: IncomingMessage,
  response: ServerResponse,
  handle: string | null,
  body: PostedBody | null,
): Served {
  const url = addressOf(request);
  const path = handle ? inward(handle, url.pathname) : url.pathname;
  const language = spokenLanguage(request);
  const nonce = randomBytes(16).toString("base64");
  const carried = cookiesOf(request, carriedFormName);
  const exchange: Exchange = {
    requestId: randomUUID(),
    path,
    query: url.search,
    address: callerAddress(request, settings.proxyHops),
    nonce,
    status: null,
    refused: body ? null : openForm(settings.linkKey, path, carried, new Date()),
    sealed: null,
  };
  const failure = (kind: Failure) => {
    const again = kind === "foreign" ? null : url.pathname;
    return Buffer.from(failurePage(kind, { language, nonce, again }));
  };
  const { https, sheets } = settings;
  const carries = carried.length > 0;
  return { request, response, url, handle, body, carries, exchange, failure, https, sheets };
}

/** The words beside photos that are too large go back to their page, where they are not too long for that. */
function keepWords({ linkKey }: ServeSettings, exchange: Exchange, typed: FormData): "kept" | "too-long" {
  const problems = { "": "PhotosTooLarge" };
  carryBack(exchange, linkKey, { form: "items", problems, typed: typedIn(typed), facts: {} });
  return exchange.sealed ? "kept" : "too-long";
}

/** A photo can be shown and do nothing: its own policy is stricter than a page's. */
function isPhoto(path: string): boolean {
  return /^\/[^/]+\/photo\//.test(path);
}

/** What is rewritten: text, and redirects, which carry cookies of ours. */
function isOurs(contentType: string, status: number): boolean {
  if (status > 300 && status < 304) return true;
  return /^(text\/(html|css|plain|javascript)|application\/(javascript|json)|image\/svg)/.test(contentType);
}

function rememberLanguage(response: ServerResponse, url: URL, wanted: string, https: boolean): void {
  const language = languageOf(wanted);
  if (language) setCookie(response, languageCookie, language, { path: "/", seconds: 31_536_000, https });
  url.searchParams.delete("lang");
  // Never two slashes in front: that would be another host.
  response.setHeader("location", `${url.pathname.replace(/^\/+/, "/")}${url.search}`);
  end(response, 303, Buffer.alloc(0));
}

function end(response: ServerResponse, status: number, page: Buffer): void {
  response.statusCode = status;
  if (page.length > 0) response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(page);
}

/** For pages made without the shop: what the visitor chose, or the browser asks for. */
function spokenLanguage(request: IncomingMessage): Language {
  const chosen = languageOf(cookiesOf(request, languageCookie)[0]);
  return chosen ?? preferredLanguage(request.headers["accept-language"]) ?? "en";
}

function logWhenDone(log: Logger, { request, response, url, exchange }: Served, started: number): void {
  response.on("finish", () => {
    log.info({
      requestId: exchange.requestId,
      method: request.method,
      route: routeOf(url.pathname),
      status: response.statusCode,
      milliseconds: Math.round(performance.now() - started),
    });
  });
}
