import { request as ask, createServer, type RequestListener, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import pino from "pino";
import { afterEach, expect, test } from "vitest";
import { sealForm } from "./carried-form.ts";
import { exchange, type RefusedForm } from "./exchange.ts";
import { serve } from "./serve.ts";

const linkKey = Buffer.alloc(32, 0x4c);

/** A real server around pages made by the test, where Next's would be. */
async function open(pages: RequestListener, options: { https?: boolean; logged?: string[] } = {}) {
  const log = pino({}, { write: (line: string) => void options.logged?.push(line) });
  const settings = {
    pages: async (...exchanged: Parameters<RequestListener>) => pages(...exchanged),
    log,
    proxyHops: 0,
    shopAtHost: async (host: string) => {
      await setImmediate(); // the database is asked; a form may arrive meanwhile
      return host.startsWith("returns.bloom.example") ? "bloom" : null;
    },
    linkKey,
    https: options.https ?? false,
    pictures: undefined,
    sheets: new Map(),
  };
  const server = createServer((request, response) => void serve(settings, request, response));
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: "manual", ...init });
}

/** As React names an action in a form. */
const reference = { id: "60".padEnd(42, "9ab"), bound: "$@1" };

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const html =
  (body: string, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", link: "</a.js>; rel=preload" });
    response.write(body.slice(0, 5));
    response.end(body.slice(5));
  };

test("a page arrives whole, without the framework's scripts and without asking for them", async () => {
  const get = await open(html('<p>Größe</p><script src="/_next/a.js"></script>'));
  const answer = await get("/bloom");
  expect(await answer.text()).toBe("<p>Größe</p>");
  expect(answer.headers.get("link")).toBeNull();
  expect(answer.headers.get("cache-control")).toBe("private, no-store");
});

test("every answer forbids foreign scripts, frames, search engines and referrers", async () => {
  const get = await open(html("<p>hello</p>"), { https: true });
  const { headers } = await get("/bloom");
  expect(headers.get("content-security-policy")).toContain("script-src 'self';");
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("x-robots-tag")).toContain("noindex");
  expect(headers.get("strict-transport-security")).toContain("max-age=");
});

test("what is no form is the sender's fault, and a form that makes us fail is ours", async () => {
  const get = await open(async (request, response) => {
    for await (const _ of request);
    html("Internal Server Error", 500)(request, response);
  });
  const post = (body: BodyInit, type?: string) =>
    get("/bloom", { method: "POST", body, ...(type && { headers: { "content-type": type } }) });
  const ours = (changed: Record<string, string>) => {
    const form = new FormData();
    const hidden = {
      $ACTION_REF_0: "",
      "$ACTION_0:1": '["bloom"]',
      "$ACTION_0:0": JSON.stringify(reference),
    };
    const fields = { ...hidden, order: "#1001", ...changed };
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    return form;
  };
  const long = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${"a".repeat(199_000)}`;
  const answers = [
    post("--x\r\ncontent-dis", "multipart/form-data; boundary=x"),
    post("no boundary", "multipart/form-data"),
    post(long, "multipart/form-data; boundary=x"),
    post(ours({ "$ACTION_0:0": "{" })),
    post(ours({ "$ACTION_0:1": "-1" })),
    post(ours({ "$ACTION_0:1": '["bloom","x"]' })),
    post(ours({})),
    post(new URLSearchParams({ order: "#1001" })),
  ];
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([
    400, 400, 400, 400, 400, 400, 500, 500,
  ]);
});

test("a form that fails is ours as well when it arrives in one piece with its head", async () => {
  const get = await open((request, response) => {
    request.resume().on("end", () => html("Internal Server Error", 500)(request, response));
  });
  const { port } = new URL((await get("/")).url);
  const form = '--x\r\nContent-Disposition: form-data; name="order"\r\n\r\n#1001\r\n--x--\r\n';
  const head = `POST /bloom HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${form.length}`;
  const socket = connect(Number(port), "127.0.0.1");
  socket.write(`${head}\r\nContent-Type: multipart/form-data; boundary=x\r\n\r\n${form}`);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 500 [\s\S]*could not be shown/);
});

test("files take no forms, and a photo may do nothing at all", async () => {
  const get = await open(html("<p>hello</p>"));
  const refused = await get("/steps.js", { method: "POST", body: "x" });
  expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  const photo = await get("/bloom/photo/token");
  expect(photo.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
});

test("what an action refuses comes back to a page that is fetched, with everything typed, until it is corrected", async () => {
  const refused: RefusedForm = { form: "find", problems: {}, typed: { email: "ada@example.com" }, facts: {} };
  let wrong = true;
  const get = await open((request, response) => {
    if (request.method === "POST") {
      const current = exchange();
      if (wrong) current.sealed = sealForm(linkKey, current.path, refused, new Date());
      response.statusCode = 303;
      response.setHeader("location", wrong ? current.path : "/bloom/return/abc/items");
      response.setHeader("set-cookie", "other=x");
      response.end();
      return;
    }
    html(`<p>${JSON.stringify(exchange().refused?.typed ?? null)}</p>`)(request, response);
  });
  const posted = await get("/bloom", { method: "POST" });
  expect([posted.status, posted.headers.get("location")]).toEqual([303, "/bloom"]);
  const [other, cookie = ""] = posted.headers.getSetCookie();
  expect(other).toBe("other=x");
  expect(cookie).toMatch(/^kept_form=[\w-]+; Path=\/bloom; Max-Age=300; HttpOnly; SameSite=Lax$/);

  const headers = { cookie: cookie.split(";")[0] ?? "" };
  expect(await (await get("/bloom", { headers })).text()).toContain("ada@example.com");
  expect(await (await get("/fjord", { headers })).text()).toBe("<p>null</p>");
  wrong = false;
  const corrected = await get("/bloom", { method: "POST", headers });
  expect(corrected.headers.get("location")).toBe("/bloom/return/abc/items");
  expect(corrected.headers.getSetCookie()).toEqual([
    "other=x",
    "kept_form=; Path=/bloom; Max-Age=0; HttpOnly; SameSite=Lax",
  ]);
});

test("a page may answer with a status of its own", async () => {
  const get = await open((request, response) => {
    exchange().status = 410;
    html("<p>expired</p>")(request, response);
  });
  expect((await get("/bloom/return/abc/items")).status).toBe(410);
});

test("two customers at once never see each other's form", async () => {
  const get = await open(async (request, response) => {
    const name = new URL(request.url ?? "/", "http://x").searchParams.get("name") ?? "";
    exchange().refused = { form: "find", problems: {}, typed: { name }, facts: {} };
    await new Promise((later) => setTimeout(later, 5));
    html(`<p>${exchange().refused?.typed.name}</p>`)(request, response);
  });
  const names = ["ada", "grace", "mary", "edith"];
  const answers = await Promise.all(
    names.map((name) => get(`/bloom?name=${name}`).then((one) => one.text())),
  );
  expect(answers).toEqual(names.map((name) => `<p>${name}</p>`));
});

test("a page that fails says what was not lost, and nothing about why", async () => {
  const get = await open(html("Error: select * from secrets", 500));
  const answer = await get("/bloom", { headers: { "accept-language": "de" } });
  expect(answer.status).toBe(500);
  const text = await answer.text();
  expect(text).toContain("nichts wurde doppelt gesendet");
  expect(text).not.toContain("secrets");
});

test("pages that throw before they answer end the same way", async () => {
  const get = await open(async () => {
    throw new Error("no database");
  });
  const answer = await get("/bloom");
  expect([answer.status, (await answer.text()).includes("could not be shown")]).toEqual([500, true]);
});

test("a framework that gives up in plain words is not quoted", async () => {
  const get = await open((_, response) => {
    response.writeHead(500, { "content-type": "text/plain" });
    response.end("Internal Server Error");
  });
  const answer = await get("/bloom");
  expect(answer.headers.get("content-type")).toContain("text/html");
  expect(await answer.text()).toContain("nothing was sent twice");
});

test("what no form of ours can send is not even read", async () => {
  const get = await open(() => {
    throw new Error("reached");
  });
  expect((await get("/bloom", { method: "PUT" })).status).toBe(405);
  expect((await get("/bloom", { method: "POST", body: "a".repeat(300_000) })).status).toBe(413);
});

test("a form sent from another site never reaches the pages", async () => {
  const get = await open(() => {
    throw new Error("reached");
  });
  const answer = await get("/bloom", { method: "POST", headers: { origin: "https://evil.example" } });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain("another page");
});

test("a redirect after a form is fetched, never posted again", async () => {
  const get = await open((_, response) => {
    response.writeHead(307, { location: "/bloom/return/abc/items", "content-type": "text/html" });
    response.end();
  });
  expect((await get("/bloom", { method: "POST" })).status).toBe(303);
  expect((await get("/bloom")).status).toBe(307);
});

test("a form that ends in a page leads to that page", async () => {
  const get = await open(html("<p>already sent</p>"));
  const answer = await get("/bloom/return/abc/review", { method: "POST" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/bloom/return/abc/review"]);
});

test("a form from before an update leads back to its page", async () => {
  const get = await open((_, response) => {
    response.writeHead(404, { "x-nextjs-action-not-found": "1", "content-type": "text/plain" });
    response.end("Server action not found.");
  });
  const answer = await get("/bloom/return/abc/items", { method: "POST" });
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/bloom/return/abc/items"]);
});

test("choosing a language is remembered, and the address is clean again", async () => {
  const get = await open(html(""));
  const answer = await get("/bloom?order=%231001&lang=de");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/bloom?order=%231001");
  expect(answer.headers.get("set-cookie")).toMatch(/^kept_lang=de; Path=\/; .*HttpOnly; SameSite=Lax/);
  expect((await get("//evil.example?lang=de")).headers.get("location")).toBe("/evil.example");
  expect((await get("/bloom?lang=tlh")).headers.get("set-cookie")).toBeNull();
});

test("long pages are compressed for those who can read that", async () => {
  const get = await open(html(`<p>${"kept ".repeat(1000)}</p>`));
  const raw = await get("/bloom", { headers: { "accept-encoding": "br" } });
  expect(raw.headers.get("content-encoding")).toBe("br");
  expect(Number(raw.headers.get("content-length"))).toBeLessThan(200);
  expect(await raw.text()).toContain("kept kept");
  expect(
    (await get("/bloom", { headers: { "accept-encoding": "identity" } })).headers.get("content-encoding"),
  ).toBeNull();
});

test("an address that is no address asks for a page nobody has, and stops nothing", async () => {
  const get = await open((request, response) => html(`<p>${request.url}</p>`)(request, response));
  expect(await (await get("/%ff?x=1")).text()).toBe("<p>/-</p>");
  expect(await (await get("/bloom?q=%C3%A9")).text()).toBe("<p>/bloom?q=%C3%A9</p>");
});

test("what is not text passes as it is", async () => {
  const font = Buffer.from([1, 2, 3, 255]);
  const get = await open((_, response) => {
    response.writeHead(200, { "content-type": "font/woff2" });
    response.write(font.subarray(0, 2));
    response.end(font.subarray(2));
  });
  expect(Buffer.from(await (await get("/_next/a.woff2")).arrayBuffer())).toEqual(font);
});

test("the log knows the kind of page and never a customer's key", async () => {
  const logged: string[] = [];
  const get = await open(html("<p></p>"), { logged });
  await get("/bloom/return/s3cretKey/items?x=ada@example.com");
  await get("/bloom/r/s3cretKey");
  await expect.poll(() => logged.length).toBe(2);
  expect(logged.join()).toContain("/bloom/return/{key}/items");
  expect(logged.join()).not.toMatch(/s3cretKey|ada@/);
});

test("a shop's own host shows its portal without the shop's name in the way", async () => {
  const get = await open((request, response) => {
    response.setHeader("set-cookie", "kept_lookup=x; Path=/bloom");
    html(`<p>${request.url} ${exchange().path}</p><a href="/bloom/code"></a>`)(request, response);
  });
  const port = (servers.at(-1)?.address() as AddressInfo | undefined)?.port ?? 0;
  const answer = await new Promise<{ text: string; cookie: unknown }>((resolve) => {
    const asked = ask(
      { port, path: "/code", headers: { host: "returns.bloom.example" } },
      async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        resolve({ text, cookie: response.headers["set-cookie"] });
      },
    );
    asked.end();
  });
  expect(answer.text).toBe('<p>/bloom/code /bloom/code</p><a href="/code"></a>');
  expect(answer.cookie).toEqual(["kept_lookup=x; Path=/"]);
  expect(await (await get("/bloom/code")).text()).toContain('href="/bloom/code"');
});

test("a form that says nothing of its length, or is longer than any of ours, is not read", async () => {
  const get = await open(html("<p>taken</p>"));
  const long = { method: "POST", body: "x".repeat(200_001) };
  expect((await get("/bloom", long)).status).toBe(413);
  expect((await get("/bloom/return/abc/items", long)).status).toBe(413);
  const forged = { ...long, headers: { cookie: "kept_draft=a.b.c" } };
  expect((await get("/bloom/return/abc/items", forged)).status).toBe(413);
  const body = Readable.toWeb(Readable.from([Buffer.from("a=b")]));
  const chunked = { method: "POST", body, duplex: "half" } as RequestInit;
  expect((await get("/bloom", chunked)).status).toBe(413);
});
