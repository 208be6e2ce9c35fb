import { expect, test } from "vitest";
import type { z } from "zod";
import { openApi } from "./openapi.ts";
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
  expect(documented).toHaveLength(2 + Object.keys(problemKinds).length);
  for (const { schema, example } of documented) {
    const read = validators[schema.$ref]?.safeParse(example);
    expect(read?.error?.issues, JSON.stringify(example)).toBeUndefined();
    expect(read?.success).toBe(true);
  }
});

test("every kind of problem is documented under its status, and its type leads to the reference", () => {
  const statuses = Object.values(problemKinds).map(({ status }) => String(status));
  expect(Object.keys(post.responses).sort()).toEqual(["200", ...statuses].sort());
  for (const { example } of contents(post.responses)) {
    if ("type" in example)
      expect(example.type).toMatch(/^https:\/\/app\.kept\.example\/api\/v1#problem-[a-z-]+$/);
  }
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

/** Every body that is documented anywhere in the document. */
function contents(part: unknown): Content[] {
  if (typeof part !== "object" || part === null) return [];
  const found = Object.values(part).flatMap(contents);
  return "schema" in part && "example" in part && (part.schema as { $ref?: string }).$ref
    ? [part as Content, ...found]
    : found;
}
