import { settings } from "./env.ts";
import { verify } from "./verify/verify.ts";

const parts = ["check", "unit", "e2e"] as const;
const wanted = parts.filter((part) => settings.only === undefined || settings.only === part);
if (wanted.length === 0) {
  process.stderr.write(`--only=${settings.only} is none of ${parts.join(", ")}.\n`);
  process.exit(2);
}
await verify(wanted);
