import { randomBytes } from "node:crypto";
import type { tables } from "@kept/database";
import { z } from "zod";
import { type Topic, topics } from "./topics.ts";

export type EndpointRow = typeof tables.webhookEndpoints.$inferSelect;

/** An endpoint as its shop may see it: never the secret, which is shown once. */
export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly topics: readonly Topic[];
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly disabledBecause: EndpointRow["disabledBecause"];
  readonly failingSince: Date | null;
  /** Until when the secret from before signs as well. */
  readonly previousUntil: Date | null;
}

export function endpointFromRow(row: EndpointRow): Endpoint {
  const { id, url, description, createdBy, createdAt, disabledAt, disabledBecause } = row;
  const { failingSince, previousUntil } = row;
  return {
    id,
    url,
    description,
    topics: topics.filter((topic) => row.topics.includes(topic)),
    createdBy,
    createdAt,
    disabledAt,
    disabledBecause,
    failingSince,
    previousUntil,
  };
}

/** As the Standard Webhooks scheme writes secrets: 24 random bytes. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString("base64")}`;
}

export type UrlProblem = "not_a_url" | "not_https" | "with_credentials" | "not_public";

/**
 * What speaks against an address before anything is sent to it. Names are looked up when something is sent, and looked
 * at again then: an address that is public today may be private tomorrow.
 */
export function urlProblem(text: string, allowLoopback: boolean): UrlProblem | null {
  const url = z.url().max(2000).safeParse(text).success && URL.canParse(text) ? new URL(text) : null;
  if (!url) return "not_a_url";
  if (url.username || url.password || url.hash) return "with_credentials";
  const loopback = /^(localhost|127\.0\.0\.1)$/.test(url.hostname);
  if (loopback && allowLoopback)
    return url.protocol === "https:" || url.protocol === "http:" ? null : "not_https";
  if (url.protocol !== "https:") return "not_https";
  return isPublicName(url.hostname) ? null : "not_public";
}

/** Names with a public ending only: no bare addresses, no names of the house. */
function isPublicName(host: string): boolean {
  return (
    /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*[a-z0-9]\.?$/i.test(host) &&
    !/\.(local|localhost|internal|intranet|lan|home|corp|arpa|test|invalid|onion)\.?$/i.test(host)
  );
}
