// A process of its own for renewing.test.ts: asks Shopify many times at once with a token that is dead, and says how
// often it had it renewed. With `die` it ends there, as suddenly as a machine does.
import { grantedScopes } from "@kept/shopify";
import { pino } from "pino";
import { openTools } from "../tools.ts";
import { workerContext } from "./find-shop.ts";

interface Given {
  readonly databaseUrl: string;
  readonly baseUrl: string;
  readonly shopId: string;
  readonly calls: number;
  readonly die?: "before_asking" | "before_writing";
}

const given: Given = JSON.parse(process.argv[2] ?? "");
const tools = await openTools({
  databaseUrl: given.databaseUrl,
  shopify: { apiKey: "kept-local", apiSecret: "shpss_kept_local", baseUrl: given.baseUrl },
  encryptionKey: Buffer.alloc(32, 0x4b),
  dashboardUrl: "http://dashboard.example",
  portalUrl: "http://portal.example",
  processName: "renewing",
  poolSize: 6,
  log: pino({ level: "silent" }),
});
let renewals = 0;
const { renewToken } = tools.shopify;
Object.assign(tools.shopify, {
  renewToken: async (input: Parameters<typeof renewToken>[0]) => {
    renewals += 1;
    if (given.die === "before_asking") process.kill(process.pid, "SIGKILL");
    const granted = await renewToken(input);
    if (given.die === "before_writing") process.kill(process.pid, "SIGKILL");
    return granted;
  },
});
const ctx = await workerContext(tools, given.shopId);
if (!ctx) throw new Error("The shop is not there");
process.stdout.write("ready\n");
await new Promise((go) => process.stdin.once("data", go));
const answers = await Promise.all(
  Array.from({ length: given.calls }, async () => (await grantedScopes(await ctx.admin())).length > 0),
);
process.stdout.write(`${JSON.stringify({ renewals, answered: answers.filter(Boolean).length })}\n`);
process.exit();
