import { invitation } from "@kept/email";
import type { Tools } from "../tools.ts";
import { invitationDays, invitationHash } from "./invitation-link.ts";

/** Posts the link that accepts an invitation. Throws when the letter was not taken: the invitation can be sent again. */
export async function sendInvitationLetter(
  tools: Tools,
  input: { to: string; token: string; invitedBy: string; into: string; as: string; kind: "team" | "shop" },
): Promise<void> {
  if (!tools.mail) throw new Error("This process cannot post letters");
  const { dashboardUrl } = tools.settings;
  const path = input.kind === "team" ? "invitation" : "access";
  const letter = await invitation({
    url: `${dashboardUrl}/${path}/${input.token}`,
    host: new URL(dashboardUrl).host,
    invitedBy: input.invitedBy,
    into: input.into,
    as: input.as,
    kind: input.kind,
    days: invitationDays,
  });
  const posted = await tools.mail.post({
    ...letter,
    to: input.to,
    idempotencyKey: `invitation/${invitationHash(input.token).slice(0, 32)}`,
    tags: { kind: "invitation" },
  });
  if (posted.kind !== "sent") throw new Error(`The invitation was not taken: ${posted.reason}`);
}
