import type { Resend, WebhookEventPayload } from "resend";

/** What Resend says about a letter after it took it. */
export interface MailEvent {
  /** The same event told again has the same one. */
  readonly eventId: string;
  readonly remoteId: string;
  readonly kind: "delivered" | "delayed" | "bounced" | "complained" | "failed" | "opened";
  readonly reason: string | null;
  readonly happenedAt: Date;
  /** The tags the letter was posted with. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface SignedEvent {
  /** The bytes as they came; the signature is over them. */
  readonly body: string;
  readonly id: string | null;
  readonly timestamp: string | null;
  readonly signature: string | null;
}

/**
 * Reads what Resend's webhook brought. `forged` when the signature is not Resend's or older than five minutes;
 * `nothing` for events that say nothing about a letter's arrival. https://resend.com/docs/webhooks/verify-webhooks-requests
 */
export async function readMailEvent(
  secret: string,
  signed: SignedEvent,
): Promise<MailEvent | "nothing" | "forged"> {
  const event = await verified(secret, signed);
  if (event === null || signed.id === null) return "forged";
  const kind = kinds[event.type];
  if (kind === undefined || !("email_id" in event.data)) return "nothing";
  return {
    eventId: signed.id,
    remoteId: event.data.email_id,
    kind,
    reason: reasonOf(event),
    happenedAt: new Date(event.created_at),
    tags: ("tags" in event.data && event.data.tags) || {},
  };
}

async function verified(secret: string, { body, id, timestamp, signature }: SignedEvent) {
  if (id === null || timestamp === null || signature === null) return null;
  const { webhooks } = await library();
  try {
    return webhooks.verify({ payload: body, headers: { id, timestamp, signature }, webhookSecret: secret });
  } catch {
    return null; // whatever is wrong with it, it is not Resend's word
  }
}

const kinds: Readonly<Record<string, MailEvent["kind"]>> = {
  "email.delivered": "delivered",
  "email.delivery_delayed": "delayed",
  "email.bounced": "bounced",
  "email.complained": "complained",
  "email.failed": "failed",
  "email.suppressed": "failed",
  "email.opened": "opened",
};

function reasonOf(event: WebhookEventPayload): string | null {
  if (event.type === "email.bounced") return event.data.bounce.message.slice(0, 300);
  if (event.type === "email.failed") return event.data.failed.reason.slice(0, 300);
  return null;
}

let loaded: Promise<Resend> | null = null;

/** Checking a signature needs no account; the library wants a key all the same. */
function library(): Promise<Resend> {
  loaded ??= import("resend").then(({ Resend }) => new Resend("re_signature_only"));
  return loaded;
}
