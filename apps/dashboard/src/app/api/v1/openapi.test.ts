import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { z } from "zod";
import { openApi } from "./openapi.ts";
import { operations } from "./operations.ts";
import { problemKinds, problemSchema } from "./problem.ts";
import { quoteAnswer } from "./quotes/quote-answer.ts";
import { quoteRequest } from "./quotes/quote-request.ts";

const api = openApi("https://app.kept.example");
const { post } = api.paths["/api/v1/quotes"];

const validators: Record<string, z.ZodType> = {
  "#/components/schemas/QuoteRequest": quoteRequest,
  "#/components/schemas/Quote": quoteAnswer,
  "#/components/schemas/Problem": problemSchema,
};

test("every documented example has the form that is documented for it", () => {
  const documented = contents(api);
  expect(documented.length).toBeGreaterThan(2 + Object.keys(problemKinds).length);
  for (const { schema, example } of documented) {
    const read = validators[schema.$ref]?.safeParse(example);
    expect(read?.error?.issues, JSON.stringify(example)).toBeUndefined();
    expect(read?.success).toBe(true);
  }
});

test("every kind of problem is documented somewhere, under its status, and its type leads to the reference", () => {
  const text = JSON.stringify(api);
  for (const [kind, { status }] of Object.entries(problemKinds)) {
    expect(text).toContain(`https://app.kept.example/api/v1#problem-${kind}`);
    const shown = contents(api).filter(({ example }) => "status" in example && example.status === status);
    expect(shown.length, kind).toBeGreaterThan(0);
  }
  expect(Object.keys(post.responses)).toContain("200");
});

test("every route of the API is described, with every method it has", () => {
  const here = import.meta.dirname;
  const routes = globSync("**/route.ts", { cwd: here }).filter((file) => !file.startsWith("openapi.json"));
  const known = routes.flatMap((file) => {
    const path = `/api/v1/${dirname(file).replaceAll("[", "{").replaceAll("]", "}")}`;
    const methods = readFileSync(join(here, file), "utf8").matchAll(/export async function ([A-Z]+)\(/g);
    return [...methods].map(([, method = ""]) => `${method.toLowerCase()} ${path}`);
  });
  const described = operations.map(({ method, path }) => `${method} ${path}`);
  expect([...described, "post /api/v1/quotes"].sort()).toEqual(known.sort());
  for (const { method, path } of operations) expect(api.paths).toHaveProperty([path, method]);
});

test("every reference leads somewhere, and nothing is left out of the components", () => {
  const names = [...JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect([...new Set(names)].sort()).toEqual(Object.keys(api.components.schemas).sort());
  expect(JSON.stringify(api)).not.toContain("$defs");
});

test("every field of an object is described or named by what it refers to, and no object takes more", () => {
  for (const [name, schema] of Object.entries(api.components.schemas)) {
    expect(schema.description, name).toBeTruthy();
    if (schema.properties) expect(schema.additionalProperties, name).toBe(false);
  }
});

interface Content {
  readonly schema: { readonly $ref: string };
  readonly example: object;
}

/** Every body with an example that is documented anywhere in the document. */
function contents(part: unknown): Content[] {
  if (typeof part !== "object" || part === null) return [];
  const found = Object.values(part).flatMap(contents);
  if (!("schema" in part) || !(part.schema as { $ref?: string }).$ref) return found;
  const { schema } = part as Content;
  if ("example" in part) return [part as Content, ...found];
  if (!("examples" in part)) return found;
  const each = Object.values(part.examples as Record<string, { value: object }>);
  return [...each.map(({ value }) => ({ schema, example: value })), ...found];
}
