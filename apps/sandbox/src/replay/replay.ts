import { randomUUID } from "node:crypto";
import { schemaFor } from "../graphql/schema.ts";
import { loadShop } from "../load/load-shop.ts";
import { install } from "../oauth/install.ts";
import { answerGraphql } from "../server/graphql-endpoint.ts";
import { World } from "../world/world.ts";
import { type Comparison, compare, type Translation, translate } from "./compare.ts";
import { equalShop } from "./equal-shop.ts";
import { found } from "./found.ts";
import { reconstruct, reconstructRefusal } from "./reconstruct.ts";
import type { Recording, Step } from "./recording.ts";
import { isObject } from "./shapes.ts";

export interface StepResult extends Comparison {
  at: string;
  /** Whether the points asked for and used were the recorded ones too; undefined when none were recorded. */
  cost: { requested: boolean; actual: boolean } | undefined;
  /** Why it was not sent. */
  skipped?: string;
}

const allScopes = [
  "orders",
  "products",
  "customers",
  "customer_merge",
  "customer_data_erasure",
  "returns",
  "fulfillments",
  "locations",
  "store_credit_accounts",
  "store_credit_account_transactions",
  "merchant_managed_fulfillment_orders",
];

/** Sends a recording's requests, in its own order, to a shop equal to the one it was made in, and compares the answers. */
export async function replay(recording: Recording): Promise<StepResult[]> {
  const app = appIn(recording);
  const { played, prior } = parted(recording);
  const world = new World({ publicUrl: "http://replay.test", appKey: app.appKey, appSecret: "replay" });
  if (recording.madeAt)
    world.setClock({ offsetMs: recording.madeAt.getTime() - Date.now(), stoppedAt: null });
  const shop = loadShop(world, equalShop({ ...recording, steps: played, prior }));
  world.throttle.open = true;
  const scopes = app.scopes ?? ["read_all_orders", ...allScopes.map((scope) => `write_${scope}`)];
  const { accessToken } = install(world, shop, { ...app, scopes, expiring: false });
  const translation: Translation = new Map();
  const results: StepResult[] = [];
  for (const step of recording.steps) results.push(await playStep(step));
  return results;

  async function playStep(step: Step): Promise<StepResult> {
    const version = step.apiVersion ?? recording.apiVersion;
    const document = documentOf(recording, step);
    if (document === undefined)
      return { at: step.at, matched: 0, differences: [], cost: undefined, skipped: "no document" };
    if (/"<[a-z-]+>"/.test(JSON.stringify(step.variables)))
      return { at: step.at, matched: 0, differences: [], cost: undefined, skipped: "ids left out" };
    const { query, rebuilt, data } = document;
    const variables = translate(step.variables, translation);
    const call = {
      method: "POST",
      url: new URL("http://replay.test/"),
      headers: { "x-shopify-access-token": accessToken },
      body: Buffer.from(JSON.stringify({ query, variables, operationName: step.operationName })),
      requestId: randomUUID(),
    };
    const reply = await answerGraphql(world, call, shop.domain, version);
    const got = JSON.parse(String(reply.body));
    const { extensions: expectedCost, ...expected } = step.expected;
    const { extensions: gotCost, ...answer } = got;
    const wanted = pick(data ? { ...expected, data } : expected);
    const mine = pick(answer);
    return {
      at: step.at,
      ...compare(rebuilt ? withoutPlaces(wanted) : wanted, rebuilt ? withoutPlaces(mine) : mine, translation),
      cost: step.query ? costs(expectedCost, gotCost) : undefined,
    };
  }
}

/**
 * The steps that can be asked for, and what shows how things were before them: the last step that cannot tells most, those
 * in between least.
 */
function parted(recording: Recording): { played: Step[]; prior: Step[] } {
  const played = recording.steps.filter((step) => documentOf(recording, step) !== undefined);
  const start = recording.steps.findIndex((step) => played.includes(step));
  const silent = recording.steps.filter((step) => !played.includes(step));
  const before = silent.filter((step) => start < 0 || recording.steps.indexOf(step) < start);
  const later = silent.filter((step) => !before.includes(step));
  return { played, prior: [...before.reverse(), ...recording.prior, ...later] };
}

/** What to ask: the recorded document, or one that would be answered alike. A step without either only shows the shop. */
function documentOf(
  recording: Recording,
  step: Step,
): { query: string; rebuilt: boolean; data?: Record<string, unknown> } | undefined {
  if (step.query !== undefined) return { query: step.query, rebuilt: false };
  const version = step.apiVersion ?? recording.apiVersion;
  if (!isObject(step.expected.data)) {
    const query = reconstructRefusal(schemaFor(version), step.expected.errors, step.variables);
    return query === undefined ? undefined : { query, rebuilt: true };
  }
  const again = reconstruct(schemaFor(version), version, step.expected.data, step.variables);
  return again && { ...again, rebuilt: true };
}

/** Who asked, as far as an answer tells. */
function appIn(recording: Recording): {
  appKey: string;
  appId?: number;
  appName?: string;
  scopes?: string[];
  webhookVersion?: string;
} {
  const answers = [...recording.prior, ...recording.steps].map((step) => step.expected.data);
  const app = answers.flatMap((answer) => found(answer, "App"))[0];
  const version = answers
    .flatMap((answer) => found(answer, "WebhookSubscription"))
    .map((subscription) => property(subscription.apiVersion, "handle"))[0];
  const granted = answers.flatMap((answer) =>
    property(property(answer, "currentAppInstallation"), "accessScopes"),
  );
  const scopes = granted.flatMap((scope) => (isObject(scope) ? String(scope.handle) : []));
  return {
    appKey: [app?.apiKey, app?.handle].find((key) => typeof key === "string") ?? "replay",
    ...appNumber(recording, app?.id),
    ...(typeof app?.title === "string" ? { appName: app.title } : {}),
    ...(typeof version === "string" ? { webhookVersion: version } : {}),
    ...(scopes.length > 0 ? { scopes: declaredIn(scopes) } : {}),
  };
}

/** Told by its gid, or by what carries it: an EventBridge source, a namespace of its own. */
function appNumber(recording: Recording, id: unknown): { appId?: number } {
  const everything = JSON.stringify(recording.steps);
  const answers = JSON.stringify(recording.steps.map((step) => step.expected));
  const number =
    /\/App\/(\d+)$/.exec(String(id))?.[1] ??
    /api_client_id '\d+' instead of '(\d+)'/.exec(everything)?.[1] ??
    /shopify\.com\/(\d{6,})\//.exec(everything)?.[1] ??
    [...answers.matchAll(/"app--(\d+)--/g)].map(([, own]) => own).find((own) => !/^9+$/.test(own ?? ""));
  return number === undefined ? {} : { appId: Number(number) };
}

/** Implied ones are listed after the declared, each part by name: the first that steps back begins the second part. */
function declaredIn(scopes: readonly string[]): string[] {
  const end = scopes.findIndex((scope, index) => index > 0 && scope < (scopes[index - 1] ?? ""));
  return scopes.slice(0, end < 0 ? undefined : end);
}

function property(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

/** Where in the document an error stands tells nothing when the document is not the recorded one. */
function withoutPlaces({ errors, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(errors)) return errors === undefined ? rest : { errors, ...rest };
  return { errors: errors.map(({ locations: _locations, ...error }) => error), ...rest };
}

/** Only what an app reads: data and errors. */
function pick(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    ["errors", "data"].filter((name) => name in body).map((name) => [name, body[name]]),
  );
}

function costs(
  expected: Step["expected"]["extensions"],
  got: Step["expected"]["extensions"],
): StepResult["cost"] {
  if (!expected?.cost) return undefined;
  return {
    requested: expected.cost.requestedQueryCost === got?.cost?.requestedQueryCost,
    actual: expected.cost.actualQueryCost === got?.cost?.actualQueryCost,
  };
}
