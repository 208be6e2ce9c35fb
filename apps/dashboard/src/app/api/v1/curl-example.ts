import { exampleRequest } from "./quotes/examples.ts";

/** A request to copy into a terminal. In the local demo it works as it stands, once the key is filled in. */
export function curlExample(origin: string, secret = "kept_live_…"): string {
  return [
    `curl ${origin}/api/v1/quotes \\`,
    `  -H 'Authorization: Bearer ${secret}' \\`,
    "  -H 'Content-Type: application/json' \\",
    `  -d '${JSON.stringify(exampleRequest, null, 2)}'`,
  ].join("\n");
}
