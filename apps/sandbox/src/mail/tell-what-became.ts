import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { World } from "../world/world.ts";
import type { Letter } from "./letter.ts";

/** Where Resend's webhooks go, and the secret they are signed with. */
export interface MailWebhook {
  readonly address: string;
  readonly secret: string;
}

const firstAfterMs = 150;
const againAfterMs = [1_000, 5_000, 30_000];

/**
 * Says what became of a letter, as Resend's webhooks do: sent, then delivered. Resend's own addresses for trying
 * things out have their own fates: https://resend.com/docs/dashboard/emails/send-test-emails
 */
export function tellWhatBecame(world: World, letter: Letter): void {
  const { mailWebhook } = world.settings;
  if (!mailWebhook) return;
  void (async () => {
    for (const event of [{ type: "email.sent" }, fateOf(letter)]) {
      await wait(firstAfterMs, undefined, { ref: false });
      await tell(mailWebhook, world, letter, event);
    }
  })();
}

interface Event {
  readonly type: string;
  readonly data?: object;
}

function fateOf({ to: [address = ""] }: Letter): Event {
  if (address.startsWith("bounced")) {
    const bounce = {
      type: "Permanent",
      subType: "General",
      message: "The recipient's mailbox does not exist.",
    };
    return { type: "email.bounced", data: { bounce } };
  }
  if (address.startsWith("complained")) return { type: "email.complained" };
  return { type: "email.delivered" };
}

async function tell(to: MailWebhook, world: World, letter: Letter, event: Event): Promise<void> {
  const id = `msg_${randomUUID()}`;
  const body = JSON.stringify({
    type: event.type,
    created_at: world.now().toISOString(),
    data: {
      email_id: letter.resendId,
      created_at: letter.createdAt,
      from: letter.from,
      to: letter.to,
      subject: letter.subject,
      tags: Object.fromEntries(letter.tags.map(({ name, value }) => [name, value])),
      ...event.data,
    },
  });
  for (const again of [...againAfterMs, null]) {
    if ((await post(to, id, body)) || again === null) return;
    await wait(again, undefined, { ref: false });
  }
}

/** The Standard Webhooks signature, over id, time and body. True when it was taken. */
async function post({ address, secret }: MailWebhook, id: string, body: string): Promise<boolean> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "svix-id": id,
        "svix-timestamp": timestamp,
        "svix-signature": `v1,${signature}`,
      },
      body,
      signal: AbortSignal.timeout(5_000),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
