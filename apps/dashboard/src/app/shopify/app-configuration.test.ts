import { readFileSync } from "node:fs";
import { join } from "node:path";
import { complianceTopics, requiredScopes, webhookTopics } from "@kept/domain";
import { expect, test } from "vitest";

const configuration = readFileSync(join(import.meta.dirname, "../../../shopify.app.toml"), "utf8");

/** The strings of a list in the configuration. */
function listOf(name: string): string[] {
  const list = new RegExp(`^\\s*${name} = \\[([^\\]]*)\\]`, "m").exec(configuration)?.[1] ?? "";
  return [...list.matchAll(/"([^"]*)"/g)].map(([, text]) => text ?? "");
}

test("Shopify is asked for what the code needs, and for nothing else", () => {
  expect(/^scopes = "(.*)"$/m.exec(configuration)?.[1]?.split(",")).toEqual([...requiredScopes]);
});

test("Shopify tells what the code follows, and every compliance topic", () => {
  expect(listOf("topics")).toEqual([...webhookTopics]);
  expect(listOf("compliance_topics")).toEqual([...complianceTopics]);
});

test("everything leads to routes that are there", () => {
  expect(configuration).toContain('application_url = "https://dashboard.kept.example/shopify"');
  expect(listOf("redirect_urls")).toEqual(["https://dashboard.kept.example/shopify/callback"]);
  expect(configuration.match(/uri = "\/shopify\/webhooks"/g)).toHaveLength(2);
});
