import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../repository.ts";
import { lists } from "./lists.ts";
import { load, percentile } from "./load.ts";
import { withThrowawayStack } from "./throwaway.ts";

interface Wishes {
  readonly returns: number;
  /** A second shop with so many, for the ratio; 0 for none. */
  readonly against: number;
  readonly seconds: number;
}

const perSecond = 30;
const goalMs = 300;
const goalRatio = 1.5;
const run = promisify(execFile);

/** Starts everything, plants the returns, measures, ends everything. True when every goal was met. */
export function benchDashboard(wishes: Wishes): Promise<boolean> {
  return withThrowawayStack(async ({ at, databaseUrl }) => {
    await plant(databaseUrl, "tide", wishes.returns);
    if (wishes.against > 0) await plant(databaseUrl, "moss", wishes.against);
    const listed = await measure(at.dashboard, await signIn(at.dashboard), wishes);
    const summed = await sums(databaseUrl, "tide");
    return listed && summed;
  });
}

async function plant(url: string, shop: string, count: number): Promise<void> {
  await bench(url, "plant.ts", shop, String(count));
}

/** The figures of Home and the reports, in the database's own time. True when they met their goals. */
async function sums(url: string, shop: string): Promise<boolean> {
  const { stdout } = await bench(url, "figures.ts", shop);
  process.stdout.write(stdout);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { value: number; goal: number })
    .every(({ value, goal }) => value <= goal);
}

function bench(url: string, program: string, ...args: readonly string[]) {
  const script = join(repository, "packages/domain/src/testing/bench", program);
  return run(process.execPath, [script, ...args], { env: { ...process.env, DATABASE_URL: url } });
}

/** The demo's one click, as the agency that has both shops. Answers the session's cookie. */
async function signIn(dashboard: string): Promise<string> {
  const clicked = await fetch(`${dashboard}/sign-in/demo`, {
    method: "POST",
    body: new URLSearchParams({ email: "agency@northwind.example" }),
    redirect: "manual",
  });
  const entered = await fetch(clicked.headers.get("location") ?? "", { redirect: "manual" });
  const cookies = entered.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  if (cookies.length === 0) throw new Error("Signing in gave no session");
  return cookies.join("; ");
}

async function measure(dashboard: string, cookie: string, wishes: Wishes): Promise<boolean> {
  const get = (path: string) => async () => {
    const answer = await fetch(`${dashboard}${path}`, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    return answer.status === 200;
  };
  const rate = { perSecond, seconds: wishes.seconds };
  // A program that has just started compiles while it answers: what counts is one that has been asked before.
  for (const { page } of lists) await load(get(within("tide", page)), { perSecond: 10, seconds: 1 });
  const bare = await load(get("/healthz"), { perSecond, seconds: 3 });
  const floor = percentile(bare, 95);
  let met = true;
  for (const { name, page: path } of lists) {
    const page = (shop: string) => get(within(shop, path));
    await load(page("tide"), { perSecond: 5, seconds: 1 });
    const many = await load(page("tide"), rate);
    const value = percentile(many, 95);
    met &&= value <= goalMs && many.failed === 0;
    print({
      case: name,
      returns: wishes.returns,
      value,
      unit: "ms p95",
      floor,
      ratio: round(value / floor),
      goal: goalMs,
      failed: many.failed,
    });
    if (wishes.against === 0 || path.startsWith("/")) continue;
    const few = await load(page("moss"), rate);
    const ratio = round(percentile(many, 99) / percentile(few, 99));
    met &&= ratio <= goalRatio;
    print({
      case: `${name}: ${wishes.returns} to ${wishes.against}`,
      value: percentile(many, 99),
      unit: "ms p99",
      floor: percentile(few, 99),
      ratio,
      goal: goalRatio,
    });
  }
  return met;
}

/** The address of a page as a shop has it; what is above all shops is the same from each. No address ends with a slash. */
function within(shop: string, page: string): string {
  return page.startsWith("/") ? page : `/${shop}/${page}`.replace(/\/$/, "");
}

function print(figures: object): void {
  process.stdout.write(`${JSON.stringify({ bench: "dashboard", ...figures })}\n`);
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
