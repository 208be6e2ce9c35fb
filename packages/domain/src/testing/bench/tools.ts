import { eq, tables } from "@kept/database";
import type { ThrottleStatus } from "@kept/shopify";
import { pino } from "pino";
import { Pace } from "../../issuance/pace.ts";
import { acrossAllShops, openTools, type Tools } from "../../tools.ts";
import { env } from "../chaos/env.ts";

/** What Shopify charged: calls, refusals for lack of points, points set aside and really used. */
export class Meter extends Pace {
  calls = 0;
  throttled = 0;
  points = 0;

  override heard(shopId: string, status: ThrottleStatus): void {
    super.heard(shopId, status);
    this.calls += 1;
    if (status.actualCost === null) this.throttled += 1;
    this.points += status.actualCost ?? 0;
  }

  reset(): void {
    this.calls = 0;
    this.throttled = 0;
    this.points = 0;
  }
}

/** The tools of a worker, with a meter in place of the pace it is made of. `via` is where Shopify is spoken to. */
export async function benchTools(
  via: string = env.SHOPIFY_BASE_URL,
): Promise<{ tools: Tools; meter: Meter }> {
  const tools = await openTools({
    databaseUrl: env.DATABASE_URL,
    shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: via },
    mail: { apiKey: "re_kept_local", baseUrl: env.SHOPIFY_BASE_URL, from: "Kept <credit@kept.example>" },
    encryptionKey: Buffer.alloc(32, 0x4b),
    dashboardUrl: "http://dashboard.example",
    portalUrl: "http://portal.example",
    processName: "bench",
    poolSize: 12,
    log: pino({ level: "error" }, process.stderr),
  });
  const meter = new Meter();
  return { tools: { ...tools, pace: meter }, meter };
}

/** How many credits are there whole: their bonus is confirmed. */
export async function creditsIssued(tools: Tools, shopId: string): Promise<number> {
  const { issuanceLegs } = tables;
  const rows = await acrossAllShops(tools, (tx) =>
    tx
      .select({ kind: issuanceLegs.kind, state: issuanceLegs.state })
      .from(issuanceLegs)
      .where(eq(issuanceLegs.shopId, shopId)),
  );
  return rows.filter(({ kind, state }) => kind === "bonus" && state === "confirmed").length;
}
