import { createHash } from "node:crypto";
import { signInLink } from "@kept/email";
import type { Tools } from "../tools.ts";

/** Posts the link that signs a member in. Callers ask `maySignIn` first and answer the same either way. */
export async function sendSignInLetter(tools: Tools, input: { email: string; url: string }): Promise<void> {
  if (!tools.mail) throw new Error("This process cannot post letters");
  const letter = await signInLink({ url: input.url, host: new URL(tools.settings.dashboardUrl).host });
  const posted = await tools.mail.post({
    ...letter,
    to: input.email,
    idempotencyKey: `sign-in/${createHash("sha256").update(input.url).digest("hex").slice(0, 32)}`,
    tags: { kind: "sign-in" },
  });
  if (posted.kind !== "sent") throw new Error(`The sign-in letter was not taken: ${posted.reason}`);
}
