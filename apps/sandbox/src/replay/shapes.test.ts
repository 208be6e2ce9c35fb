import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { readRecording } from "./recording.ts";
import { replay } from "./replay.ts";
import { untrimmed } from "./untrimmed.ts";

const query = "{ shop { name } }";
const data = { shop: { name: "Recorded" } };
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

test("an answer is found in every envelope, beside its question, around it, or in a file of its own", () => {
  const shapes: unknown[] = [
    { interactions: [{ request: { query, variables: {} }, response: { status: 200, body: { data } } }] },
    { operations: { read: { query, response: { payload: { data } } } } },
    { query, mutation: { response: { data } } },
    { cases: { one: { document: query, result: { data } } } },
    { request: { query }, status: 200, data },
    { read: { documentPath: "documents/shop.graphql", response: { data } } },
  ];
  for (const shape of shapes) {
    const { steps } = readRecording("2026-04/shop/read.json", shape, (path) =>
      path === "documents/shop.graphql" ? query : undefined,
    );
    expect(steps).toMatchObject([{ query, expected: { data } }]);
  }
  expect(readRecording("2026-04/shop/read.json", { data }).apiVersion).toBe("2026-04");
});

test("what was read after an answer that lost its question is played after it, and what it was set up by before it", () => {
  const whole = { query, response: { data } };
  const update = { variables: { id: 1 }, response: { data }, downstreamRead: whole, setup: { make: whole } };
  const { steps } = readRecording("2026-04/shop/read.json", { update });
  expect(steps.map(({ at }) => at)).toEqual(["update.setup.make", "update", "update.downstreamRead"]);
});

test("a document that was kept trimmed is sent as it was, so that errors point where they did", async () => {
  const trimmed = "query Q {\n    shop {\n      nope\n    }\n  }";
  expect(untrimmed(trimmed)).toBe(`\n  ${trimmed}`);
  expect(untrimmed("#graphql\n  query Q {\n    shop\n  }")).toBe("\n  #graphql\n  query Q {\n    shop\n  }");
  expect(untrimmed("query Q { shop { name } }")).toBe("query Q { shop { name } }");
});

test("an answer without its question is asked for again, by the types its records are of", async () => {
  const create = {
    variables: { topic: "SHOP_UPDATE", webhookSubscription: { uri: "https://example.com/hook" } },
    response: {
      data: {
        webhookSubscriptionCreate: {
          webhookSubscription: {
            id: "gid://shopify/WebhookSubscription/7",
            endpoint: { __typename: "WebhookHttpEndpoint", callbackUrl: "https://example.com/hook" },
          },
          userErrors: [],
        },
      },
    },
  };
  const [result] = await replay(readRecording("2026-04/webhooks/made-up.json", { create }));
  expect(result?.differences).toEqual([]);
  expect(result?.matched).toBe(3);
});

test("what a file tells twice happened once, and what uses a new record came after it was made", () => {
  const customer = { id: "gid://shopify/Customer/7" };
  const create = {
    query: "mutation { customerCreate(input: {}) { customer { id } } }",
    response: { data: { customerCreate: { customer } } },
  };
  const read = {
    query: "query($id: ID!) { customer(id: $id) { id } }",
    variables: { id: customer.id },
    response: { data: { customer } },
  };
  const { steps } = readRecording("2026-04/customers/made-up.json", { read, create, again: create });
  expect(steps.map(({ at }) => at)).toEqual(["create", "read"]);
});

test("a refusal of a variable is asked for again by any field that takes it", async () => {
  const wrong = {
    variables: { input: { id: "x" } },
    response: {
      errors: [
        {
          message:
            "Variable $input of type CustomerDeleteInput! was provided invalid value for id (Invalid global id 'x')",
          locations: [{ line: 9, column: 9 }],
          extensions: {
            code: "INVALID_VARIABLE",
            value: { id: "x" },
            problems: [
              { path: ["id"], explanation: "Invalid global id 'x'", message: "Invalid global id 'x'" },
            ],
          },
        },
      ],
    },
  };
  const [result] = await replay(readRecording("2026-04/customers/made-up.json", { wrong }));
  expect(result).toMatchObject({ differences: [], matched: 6 });
});

test("a step that cannot be asked for shows what was there before the next", async () => {
  const customer = {
    id: "gid://shopify/Customer/7",
    taxExemptions: ["EU_REVERSE_CHARGE_EXEMPTION_RULE"],
    defaultEmailAddress: { marketingState: "SUBSCRIBED", marketingUpdatedAt: "2026-04-25T01:00:00Z" },
    email: "ada@example.com",
  };
  const precondition = { response: { data: { customerAddTaxExemptions: { customer } } } };
  const read = { variables: { id: customer.id }, response: { data: { customer } } };
  const results = await replay(
    readRecording("2026-04/customers/made-up.json", { precondition, downstreamRead: read }),
  );
  expect(results).toMatchObject([{ skipped: "no document" }, { differences: [], matched: 5 }]);
});

test("a recording that cannot be read is named, and does not keep the others from being played", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recordings-"));
  folders.push(folder);
  mkdirSync(join(folder, "below"));
  writeFileSync(join(folder, "broken.json"), "{ not json");
  writeFileSync(join(folder, "below", "good.json"), JSON.stringify({ query, response: { data } }));
  const main = fileURLToPath(new URL("./main.ts", import.meta.url));
  const run = await new Promise<{ code: number; text: string }>((resolve) =>
    execFile(process.execPath, [main, folder], (error, text) =>
      resolve({ code: Number(error?.code ?? 0), text }),
    ),
  );
  expect(run.code).toBe(1);
  expect(run.text).toContain("! broken.json: not played");
  expect(run.text).toContain("= below/good.json: 1 requests, 1 paths matched, 0 differing");
  expect(run.text).toContain("1 files not played");
});
