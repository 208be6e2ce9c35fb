/** A form of a page, as a browser without a script would send it. */
export interface Form {
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
  readonly html: string;
}

/**
 * Somebody who walks through pages over HTTP alone: follows redirects, keeps cookies by their paths, fills in forms.
 * For what is checked hundreds of times; what people see is checked in a browser.
 */
export class Walker {
  url: URL;
  page = "";
  status = 0;
  readonly #cookies = new Map<string, { value: string; path: string; host: string }>();

  readonly #headers: Readonly<Record<string, string>>;

  /** `headers` go with every request: what a proxy in front would write, for one. */
  constructor(origin: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = new URL(origin);
    this.#headers = headers;
  }

  async go(path: string): Promise<this> {
    return this.#ask(new URL(path, this.url), { method: "GET" });
  }

  /** Sends the form whose text has `mark`, with `fill` in place of what stands in its fields. */
  async send(mark: string | RegExp, fill: Readonly<Record<string, string>> = {}): Promise<this> {
    const form = this.forms().find(({ html }) =>
      typeof mark === "string" ? html.includes(mark) : mark.test(html),
    );
    if (!form)
      throw new Error(
        `${this.url.pathname} (${this.status}) has no form with ${mark}: ${this.text().slice(0, 300)}`,
      );
    const body = new FormData();
    for (const [name, value] of form.fields) if (!(name in fill)) body.append(name, value);
    for (const [name, value] of Object.entries(fill)) body.append(name, value);
    return this.#ask(new URL(form.action || this.url.href, this.url), { method: "POST", body });
  }

  /** Posts fields to an address, as a script of the page would. */
  async post(path: string, fields: Readonly<Record<string, string>>): Promise<this> {
    return this.#ask(new URL(path, this.url), { method: "POST", body: new URLSearchParams(fields) });
  }

  forms(): Form[] {
    return [...this.page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head = "", html = ""]) => ({
      action: attribute(head, "action") ?? "",
      fields: [...html.matchAll(/<input\b([^>]*)>/g)].flatMap(([, input = ""]) => {
        const [type, name, value] = ["type", "name", "value"].map((each) => attribute(input, each));
        const sent = name && (type === "hidden" || (type !== "checkbox" && type !== "file" && value));
        return sent ? [[name, value ?? ""] as const] : [];
      }),
      html,
    }));
  }

  /** What the page says, without its tags. */
  text(): string {
    return unescaped(
      this.page.replace(/<(style|script)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " "),
    ).replace(/\s+/g, " ");
  }

  /** What a browser would send along to an address. */
  cookiesFor(url: URL): string {
    return [...this.#cookies]
      .filter(
        ([, kept]) =>
          kept.host === url.host &&
          (url.pathname === kept.path || url.pathname.startsWith(kept.path.replace(/\/?$/, "/"))),
      )
      .map(([key, { value }]) => `${key.split("\n")[0]}=${value}`)
      .join("; ");
  }

  async #ask(url: URL, init: RequestInit, hops = 0): Promise<this> {
    if (hops > 10) throw new Error(`${url.href} leads in a circle`);
    const said = { cookie: this.cookiesFor(url), "sec-fetch-site": "same-origin" };
    // As every browser does.
    const from: Record<string, string> = init.method === "POST" ? { origin: this.url.origin } : {};
    const headers = { ...said, ...from, ...this.#headers };
    const answer = await fetch(url, { ...init, redirect: "manual", headers });
    for (const set of answer.headers.getSetCookie()) this.#keep(set, url);
    const location = answer.headers.get("location");
    if (location && answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      return this.#ask(new URL(location, url), { method: "GET" }, hops + 1);
    }
    [this.url, this.status, this.page] = [url, answer.status, await answer.text()];
    return this;
  }

  #keep(set: string, url: URL): void {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    const path = /; *path=([^;]*)/i.exec(set)?.[1] ?? "/";
    const key = `${name}\n${path}`;
    if (value === "" || /max-age=0\b/i.test(set)) this.#cookies.delete(key);
    else this.#cookies.set(key, { value, path, host: url.host });
  }
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`, "i").exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
