import type { Resend } from "resend";
import { cleanHeader, oneAddress } from "./header.ts";
import { type PostResult, resultOf } from "./result.ts";

export interface MailSettings {
  readonly apiKey: string;
  /** Another origin that speaks Resend's API. Absent: Resend itself. */
  readonly baseUrl?: string;
  /** "Kept <credit@kept.example>" */
  readonly from: string;
}

export interface Post {
  /** Exactly one address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The same key posts once, for 24 hours, however often it is asked. */
  readonly idempotencyKey: string;
  /** To find it again at Resend; letters, digits, "_" and "-" only, everything else becomes "_". */
  readonly tags?: Readonly<Record<string, string>>;
  readonly replyTo?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Who it comes from, as people read it; the address stays ours. */
  readonly fromName?: string;
}

export interface Mail {
  /** Never throws for what the network or Resend do: the result says whether to try again. */
  post(letter: Post): Promise<PostResult>;
}

export function connectMail(settings: MailSettings): Mail {
  let resend: Promise<Resend> | null = null;
  return {
    async post(letter) {
      const to = oneAddress(letter.to);
      if (!to) return { kind: "refused", reason: "invalid_recipient" };
      const replyTo = letter.replyTo === undefined ? null : oneAddress(letter.replyTo);
      resend ??= connect(settings);
      const { emails } = await resend;
      const answer = await emails.send(
        {
          from: sender(letter.fromName, settings.from),
          to,
          subject: cleanHeader(letter.subject),
          html: letter.html,
          text: letter.text,
          ...(replyTo ? { replyTo } : {}),
          ...(letter.headers ? { headers: cleanHeaders(letter.headers) } : {}),
          tags: Object.entries(letter.tags ?? {}).map(([name, value]) => ({
            name: tag(name),
            value: tag(value),
          })),
        },
        {
          idempotencyKey: cleanHeader(letter.idempotencyKey).slice(0, 256),
          signal: AbortSignal.timeout(patienceMs),
        },
      );
      return resultOf(answer);
    },
  };
}

const patienceMs = 15_000;

/** `"Bloom & Thread" <credit@kept.example>`: the shop's name before our verified address. */
function sender(name: string | undefined, from: string): string {
  if (name === undefined) return cleanHeader(from);
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from;
  return `"${cleanHeader(name).replace(/["\\<>]/g, "")}" <${cleanHeader(address)}>`;
}

/** Loaded when the first letter goes out, so that a process that never posts never pays for it. */
async function connect({ apiKey, baseUrl }: MailSettings): Promise<Resend> {
  const { Resend } = await import("resend");
  return new Resend(apiKey, baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, "") } : {});
}

function cleanHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.replace(/[^A-Za-z0-9-]/g, ""), cleanHeader(value)]),
  );
}

function tag(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, "_").slice(0, 256);
}
