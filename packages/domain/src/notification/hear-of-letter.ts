import { readMailEvent, type SignedEvent } from "@kept/email";
import type { Tools } from "../tools.ts";
import { isLetterKind } from "./notification.ts";
import { recordDelivery } from "./record-delivery.ts";

/**
 * Takes what the post says about a letter. `later`: it is one of ours but its posting is not on record yet, so the
 * post should say it again; `forged`: nobody knows who said it.
 */
export async function hearOfLetter(
  tools: Tools,
  secret: string,
  signed: SignedEvent,
): Promise<"done" | "later" | "forged"> {
  const event = await readMailEvent(secret, signed);
  if (event === "forged") return "forged";
  if (event === "nothing" || (await recordDelivery(tools, event))) return "done";
  return isLetterKind(event.tags.kind ?? "") ? "later" : "done";
}
