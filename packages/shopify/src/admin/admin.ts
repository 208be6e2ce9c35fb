import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { Answer } from "./answer.ts";
import type { Document } from "./document.ts";
import { type Line, type Patience, usualPatience } from "./line.ts";
import { type ReadOptions, read } from "./read.ts";
import { type SendOptions, send } from "./send.ts";
import type { ThrottleStatus } from "./throttle.ts";

/**
 * One shop's Admin API. It has two doors: questions go through `read`, which is impatient and asks again;
 * mutations go through `send`, which asks exactly once and says what the answer proves.
 */
export interface Admin {
  /** "bloom.myshopify.com" */
  readonly shop: string;
  /** "2026-10" */
  readonly apiVersion: string;
  /** Throws ShopifyUnavailable. */
  read<TResult, TVariables>(
    document: Document<TResult, TVariables>,
    variables: TVariables,
    options?: ReadOptions,
  ): Promise<TResult>;
  /** Never throws for what the network or Shopify do. */
  send<TResult, TVariables>(
    document: Document<TResult, TVariables>,
    variables: TVariables,
    options?: SendOptions,
  ): Promise<Answer<TResult>>;
  /** What the latest answer said about the points that are left. Null before the first. */
  throttle(): ThrottleStatus | null;
}

export interface AdminAccess {
  readonly shop: string;
  readonly accessToken: string;
  /** Called after every answer that tells the points that are left. */
  readonly onThrottle?: (status: ThrottleStatus) => void;
  readonly patience?: Partial<Patience>;
}

/** `base` is where this shop answers, "https://bloom.myshopify.com", without a trailing slash. */
export function openAdmin(base: string, apiVersion: string, access: AdminAccess): Admin {
  const url = new URL(`${base}/admin/api/${apiVersion}/graphql.json`);
  let latest: ThrottleStatus | null = null;
  const line: Line = {
    url,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "user-agent": "Kept",
      "x-shopify-access-token": access.accessToken,
    },
    patience: { ...usualPatience, ...access.patience },
    agent: url.protocol === "https:" ? agents.https : agents.http,
    heard(status) {
      latest = status;
      access.onThrottle?.(status);
    },
  };
  return {
    shop: access.shop,
    apiVersion,
    read: (document, variables, options) => read(line, document, variables, options),
    send: (document, variables, options) => send(line, document, variables, options),
    throttle: () => latest,
  };
}

/** Reads of all shops share their connections; they are let go when idle, so that a process can end. */
const agents = {
  http: new HttpAgent({ keepAlive: true, maxSockets: 32, timeout: 30_000 }),
  https: new HttpsAgent({ keepAlive: true, maxSockets: 32, timeout: 30_000 }),
};
