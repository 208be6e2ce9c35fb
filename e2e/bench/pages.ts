import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { guestAt, readyToSend, sendReturn } from "../attack/guest.ts";
import { browser } from "../browser.ts";
import { at } from "../world/env.ts";
import { bloom } from "../world/shops.ts";
import type { Figure } from "./load.ts";

interface Measured {
  readonly kilobytes: number;
  readonly scriptBytes: number;
  readonly lcp: number;
  readonly cls: number;
  readonly blocked: number;
}

/** Slow 4G as Lighthouse applies it in a browser, and a phone that is four times slower than this machine. */
const network = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1_474.56 * 1024) / 8,
  uploadThroughput: (607.5 * 1024) / 8,
};
const cpuSlowdown = 4;

/**
 * Every page of the portal on a bad phone, the middle of so many cold visits, each beside a visit to a plain static
 * page: bytes over the line, script, largest paint, shifts, and for how long the page did not listen.
 */
export async function pages(runs: number): Promise<Figure[]> {
  const status = await sendReturn(await guestAt(bloom, "192.0.2.3"));
  const guest = await readyToSend(await guestAt(bloom, "192.0.2.2"));
  const { walker } = guest;
  const cookies = [
    guest.pass,
    /kept_lookup=[^;]+/.exec(walker.cookiesFor(new URL("/bloom/code", at.portal)))?.[0] ?? "",
  ];
  const plain = await servePlainly();
  const chrome = await chromium.launch(browser());
  const paths = {
    "find your order": "/bloom",
    items: `${guest.draft}/items`,
    refund: `${guest.draft}/refund`,
    review: `${guest.draft}/review`,
    "your return": status,
  };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(paths)) {
    const [ours, floor]: [Measured[], Measured[]] = [[], []];
    // A server that just started is not what a customer meets; the floor has nothing to warm.
    for (let run = 0; run < 60; run += 1)
      await fetch(`${at.portal}${path}`, { headers: { cookie: cookies.join("; ") } });
    for (let run = 0; run < runs; run += 1) {
      floor.push(await visit(chrome, plain.origin, []));
      ours.push(await visit(chrome, `${at.portal}${path}`, cookies));
    }
    figures.push(...figuresOf(name, middle(ours), middle(floor)));
  }
  await chrome.close();
  plain.close();
  return figures;
}

function figuresOf(name: string, ours: Measured, floor: Measured): Figure[] {
  const figure = (
    what: string,
    value: number,
    unit: string,
    below: number,
    goal: string,
    ok: boolean,
  ): Figure => ({
    case: `${name}: ${what}`,
    value,
    unit,
    floor: below,
    ...(below > 0 && { ratio: Math.round((value / below) * 100) / 100 }),
    goal,
    ok,
  });
  return [
    figure("transferred", ours.kilobytes, "kB", floor.kilobytes, "", true),
    figure(
      "script, zipped",
      ours.scriptBytes,
      "bytes",
      floor.scriptBytes,
      "≤ 15 kB",
      ours.scriptBytes <= 15 * 1024,
    ),
    figure("largest paint", ours.lcp, "ms", floor.lcp, "≤ 1.15 of the floor", ours.lcp <= floor.lcp * 1.15),
    figure("shifts", ours.cls, "CLS", floor.cls, "≤ 0.02", ours.cls <= 0.02),
    figure("blocked", ours.blocked, "ms", floor.blocked, "≤ 20 ms", ours.blocked <= 20),
  ];
}

/** One visit with an empty cache. */
async function visit(chrome: Browser, url: string, cookies: readonly string[]): Promise<Measured> {
  const context = await chrome.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    extraHTTPHeaders: { cookie: cookies.filter(Boolean).join("; ") },
  });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", network);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  let transferred = 0;
  let scriptBytes = 0;
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => {
    transferred += encodedDataLength;
  });
  page.on("response", async (response) => {
    if (response.request().resourceType() === "script") scriptBytes += gzipSync(await response.body()).length;
  });
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(600); // what comes after the load event: late shifts, late work
  const { lcp, cls, blocked } = await page.evaluate(() => (globalThis as unknown as { kept: Watched }).kept);
  await context.close();
  return {
    kilobytes: Math.round(transferred / 102.4) / 10,
    scriptBytes,
    lcp: Math.round(lcp),
    cls: Math.round(cls * 1000) / 1000,
    blocked: Math.round(blocked),
  };
}

interface Watched {
  lcp: number;
  cls: number;
  blocked: number;
}

/** Runs in the page, before anything of its own. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, blocked: 0 };
  (globalThis as unknown as { kept: Watched }).kept = seen;
  const each = (
    type: string,
    take: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void,
  ) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each("largest-contentful-paint", (entry) => {
    seen.lcp = entry.startTime;
  });
  each("layout-shift", (entry) => {
    if (!entry.hadRecentInput) seen.cls += entry.value ?? 0;
  });
  each("longtask", (entry) => {
    seen.blocked += Math.max(0, entry.duration - 50);
  });
}

/** The middle of several visits, figure by figure. */
function middle(visits: readonly Measured[]): Measured {
  const of = (name: keyof Measured) =>
    visits.map((each) => each[name]).toSorted((a, b) => a - b)[Math.floor(visits.length / 2)] ?? 0;
  return {
    kilobytes: of("kilobytes"),
    scriptBytes: of("scriptBytes"),
    lcp: of("lcp"),
    cls: of("cls"),
    blocked: of("blocked"),
  };
}

/** The floor: words in a document with a few rules of style, zipped, from a server that knows nothing else. */
async function servePlainly() {
  const words =
    "<p>Enter your order number and the e-mail address you ordered with. It takes about a minute.</p>".repeat(
      12,
    );
  const page = gzipSync(
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Plain</title><link rel="icon" href="data:,"><style>body{font:16px/1.5 system-ui;margin:2rem}</style><h1>Start a return</h1>${words}</html>`,
  );
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
    response.end(page);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}
