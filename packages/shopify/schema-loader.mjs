import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { buildClientSchema } from "graphql";

/** Shopify's published Admin schema 2026-10, from the data file of its own npm package. Nothing is downloaded. */
export default function adminSchema() {
  const file = new URL("data/admin_2026-10.json.gz", import.meta.resolve("@shopify/dev-mcp"));
  const introspection = JSON.parse(gunzipSync(readFileSync(file)).toString());
  return buildClientSchema(introspection.data ?? introspection, { assumeValid: true });
}
