import {
  apiScopes,
  continueReconciliation,
  createApiKey,
  listDifferences,
  resolveDifference,
  startReconciliation,
} from "@kept/domain";
import {
  brisk,
  customerOf,
  openWorld,
  shirtOrders,
  startIssuing,
  type TestWorld,
  value,
  workUntilSettled,
} from "@kept/domain/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { problemSchema } from "../problem.ts";
import { getDifferences, getRun, getRuns } from "./handlers.ts";
import { differencePage, runPage, runResource } from "./schemas.ts";

let world: TestWorld;
let secret: string;
let customer: string;
const runs: string[] = [];

/** Ada got 20.00 and a bonus of 2.00; staff gave her 5.00 and 3.00 by hand, each found by a run of its own. */
beforeAll(async () => {
  world = await openWorld({ orders: shirtOrders(1001, 1), ...brisk });
  secret = value(await createApiKey(world.owner, { name: "Program", scopes: apiScopes })).secret;
  const { orderGid } = await startIssuing(world, "#1001");
  await workUntilSettled(world);
  customer = await customerOf(world, orderGid);
  for (const amount of ["5.00", "3.00"]) {
    await world.standIn.editCredit(world.domain, customer, { act: "credit", amount, currency: "USD" });
    const { runId } = value(await startReconciliation(world.owner));
    await continueReconciliation(world.owner, runId);
    runs.unshift(runId);
  }
}, 60_000);
afterAll(() => world.close());

function request(query = ""): Request {
  const headers = { authorization: `Bearer ${secret}` };
  return new Request(`http://dashboard.example/api/v1/reconciliation${query}`, { headers });
}

const askRuns = async (query: string) =>
  runPage.parse(await (await getRuns(world.tools, request(query))).json());
const askDifferences = async (query = "") =>
  differencePage.parse(await (await getDifferences(world.tools, request(query))).json());

test("runs come newest first, page by page, and each is read by its id", async () => {
  const first = await askRuns("?limit=1");
  expect(first.data).toMatchObject([
    { id: runs[0], state: "done", nightly: false, compared: 1, found: 1, reason: null },
  ]);
  const second = await askRuns(`?limit=1&cursor=${first.next}`);
  expect(second.data.map(({ id }) => id)).toEqual([runs[1]]);
  expect(second.next).toBeNull();
  const one = runResource.parse(await (await getRun(world.tools, request(), runs[1] ?? "")).json());
  expect(one).toEqual(second.data[0]);
});

test("the open differences, with exact amounts and no name of a person; a settled one goes to the others", async () => {
  const first = await askDifferences("?limit=1");
  expect(first.data).toMatchObject([
    {
      kind: "by_others",
      ledger: { amount: "0.00", currency: "USD" },
      shopify: { amount: "3.00", currency: "USD" },
      customerId: customer,
      returnNumber: null,
      settled: null,
    },
  ]);
  const rest = await askDifferences(`?limit=1&cursor=${first.next}`);
  expect(rest.data.map(({ shopify }) => shopify.amount)).toEqual(["5.00"]);
  expect(rest.next).toBeNull();
  const { rows } = await listDifferences(world.owner, { which: "open" });
  for (const { customer: who } of rows) expect(JSON.stringify([first, rest])).not.toContain(who?.name);

  const id = first.data[0]?.id ?? "";
  value(await resolveDifference(world.owner, { id, action: "staff", reason: "A birthday" }));
  expect((await askDifferences()).data.map((each) => each.id)).toEqual([rest.data[0]?.id]);
  const { data } = await askDifferences("?which=settled");
  expect(data.find((each) => each.id === id)?.settled).toMatchObject({
    action: "staff",
    reason: "A birthday",
  });
});

test("what is asked wrongly is named, and a cursor of nothing begins with the newest", async () => {
  const wrong = await getDifferences(world.tools, request("?which=lost&limit=101"));
  expect(wrong.status).toBe(422);
  const { errors } = problemSchema.parse(await wrong.json());
  expect(errors?.map(({ pointer }) => pointer).sort()).toEqual(["#/limit", "#/which"]);
  const dashes = Buffer.from("-".repeat(36)).toString("base64url");
  expect((await askRuns(`?cursor=${dashes}`)).data.map(({ id }) => id)).toEqual(runs);
  expect((await askDifferences(`?which=all&cursor=${dashes}`)).data.length).toBeGreaterThan(0);
});
