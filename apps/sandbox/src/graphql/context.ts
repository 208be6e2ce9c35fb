import type { Installation } from "../oauth/installation.ts";
import type { Issuer } from "../store-credit/account.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { World } from "../world/world.ts";

/** Who is asking, of which shop, in which version of the API. */
export interface Context {
  world: World;
  shop: ShopWorld;
  installation: Installation;
  /** `2026-10` */
  version: string;
  requestId: string;
  /** The request's variables as they came. */
  variables: Record<string, unknown>;
}

// Sources are the world's own records; the published schema, not TypeScript, says what a field answers.
// biome-ignore lint/suspicious/noExplicitAny: a resolver's source and arguments are shaped by the schema it is attached to
export type Resolver = (source: any, args: any, context: Context, info: any) => unknown;
export type Resolvers = Record<string, Record<string, Resolver>>;

export function issuerOf(context: Context): Issuer {
  return { kind: "app", name: context.installation.appName, requestId: context.requestId };
}

/** Whether the version asked for is at least this one. `unstable` is newer than all. */
export function atLeast(context: Context, version: string): boolean {
  return context.version >= version;
}
