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
  /** Whether letters may come from our sender's domain, as Resend says now. Never throws. */
  sender(): Promise<Sender>;
}

export interface Sender {
  readonly domain: string;
  /** `unknown`: Resend could not be asked. */
  readonly state: "verified" | "not_verified" | "unknown";
}

export function connectMail(settings: MailSettings): Mail {
  let resend: Promise<Resend> | null = null;
  const open = () => {
    resend ??= connect(settings);
    return resend;
  };
  return {
    async sender() {
      const domain = addressIn(settings.from).split("@")[1] ?? "";
      return { domain, state: await stateOf(await open(), domain) };
    },
    async post(letter) {
      const to = oneAddress(letter.to);
      if (!to) return { kind: "refused", reason: "invalid_recipient" };
      const replyTo = letter.replyTo === undefined ? null : oneAddress(letter.replyTo);
      const { emails } = await open();
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
/** A page waits for this one. */
const lookMs = 4_000;

/** `"Bloom & Thread" <credit@kept.example>`: the shop's name before our verified address. */
function sender(name: string | undefined, from: string): string {
  if (name === undefined) return cleanHeader(from);
  return `"${cleanHeader(name).replace(/["\\<>]/g, "")}" <${cleanHeader(addressIn(from))}>`;
}

function addressIn(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

/** Only the very domain counts: https://resend.com/docs/dashboard/domains/introduction */
async function stateOf({ domains }: Resend, domain: string): Promise<Sender["state"]> {
  const { data } = await domains
    .list({}, { signal: AbortSignal.timeout(lookMs) })
    .catch(() => ({ data: null }));
  if (!data) return "unknown";
  const ours = data.data.find(({ name }) => name === domain);
  return ours?.status === "verified" ? "verified" : "not_verified";
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
