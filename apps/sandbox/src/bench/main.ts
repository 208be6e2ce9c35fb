import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pace } from "./pace.ts";
import { started } from "./started.ts";

/**
 * `pnpm --filter @kept/sandbox bench`: one JSON line per figure, each with what it must reach. With the journal written,
 * as in a run that must survive being killed. Fails when a figure does not reach it.
 */
const seconds = Number(process.argv[2] ?? 5);
const data = mkdtempSync(join(tmpdir(), "sandbox-bench-"));
const standIn = await started({ SANDBOX_DATA: data });
try {
  tell("cold start, demo shops loaded", standIn.startMs / 1_000, "s", { most: 2 });
  const { accessToken } = await ask("/control/installations", {
    shop: "bloom",
    scopes: ["read_orders", "read_customers", "write_store_credit_account_transactions"],
  });
  await ask("/control/throttle", { open: true });
  const graphql = `${standIn.url}/bloom.myshopify.com/admin/api/2026-10/graphql.json`;
  const headers = { "content-type": "application/json", "x-shopify-access-token": String(accessToken) };
  const orders = await answerOf(graphql, headers, "{ orders(first: 1) { nodes { id customer { id } } } }");
  const [order] = orders.orders.nodes;
  const read = JSON.stringify({
    query:
      "query($id: ID!) { order(id: $id) { id name displayFinancialStatus totalPriceSet { shopMoney { amount } } } }",
    variables: { id: order.id },
  });
  tell("simple queries", await pace(graphql, headers, () => read, seconds), "per second", { least: 1_500 });
  const customers = await answerOf(graphql, headers, "{ customers(first: 50) { nodes { id } } }");
  const ids: string[] = customers.customers.nodes.map((customer: { id: string }) => customer.id);
  let next = 0;
  const credit = () =>
    JSON.stringify({
      query: `mutation($id: ID!) { storeCreditAccountCredit(id: $id, creditInput: { creditAmount: { amount: "0.01", currencyCode: USD } }) { storeCreditAccountTransaction { account { id } } userErrors { code } } }`,
      variables: { id: ids[next++ % ids.length] },
    });
  tell("credits, journal written", await pace(graphql, headers, credit, seconds), "per second", {
    least: 800,
  });
  tell("memory after all that", standIn.residentMb(), "MB", { most: 300 });
} finally {
  await standIn.stop();
  rmSync(data, { recursive: true, force: true });
}

function tell(figure: string, value: number, unit: string, goal: { most?: number; least?: number }): void {
  const reached = value <= (goal.most ?? Number.POSITIVE_INFINITY) && value >= (goal.least ?? 0);
  if (!reached) process.exitCode = 1;
  process.stdout.write(
    `${JSON.stringify({ figure, value: Math.round(value * 100) / 100, unit, ...goal, reached })}\n`,
  );
}

async function ask(path: string, body: object): Promise<Record<string, unknown>> {
  const reply = await fetch(standIn.url + path, { method: "POST", body: JSON.stringify(body) });
  return (await reply.json()) as Record<string, unknown>;
}

// biome-ignore lint/suspicious/noExplicitAny: answers are whatever the document asked for
async function answerOf(url: string, headers: Record<string, string>, query: string): Promise<any> {
  const reply = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
  return ((await reply.json()) as { data: unknown }).data;
}
