import { randomBytes } from "node:crypto";
import type { Context, Resolvers } from "../graphql/context.ts";
import { type UserError, userError } from "../graphql/errors.ts";
import { toSecond } from "../world/clock.ts";
import type { ShopWorld } from "../world/shop-world.ts";
import type { Installation } from "./installation.ts";

/** A token that an app lends to a part of itself: some of its scopes, for a while if it says so. */
export interface DelegateToken {
  id: number;
  accessToken: string;
  installationId: number;
  scopes: string[];
  createdAt: string;
  expiresAt: string | null;
}

interface DelegateInput {
  delegateAccessScope: string[];
  /** Seconds. */
  expiresIn?: number | null;
}

/** The app as whoever holds one of its delegate tokens is seen; undefined when the token is unknown or run out. */
export function delegatedInstallation(shop: ShopWorld, token: string): Installation | undefined {
  const delegate = shop.delegateTokens.by(token)[0];
  const installation = shop.installations.get(delegate?.installationId);
  if (!delegate || !installation) return undefined;
  const { accessToken, scopes, expiresAt } = delegate;
  return { ...installation, accessToken, scopes, expiresAt: expiresAt ?? installation.expiresAt };
}

export const delegateTokenMutations: Resolvers[string] = {
  delegateAccessTokenCreate: (_source, { input }: { input: DelegateInput }, context) => {
    const { shop, world, installation } = context;
    const why = whyNot(context, input);
    if (why) return { delegateAccessToken: null, shop: shop.shop, userErrors: [why] };
    const { expiresIn, delegateAccessScope } = input;
    const token = shop.delegateTokens.save({
      id: world.nextId("DelegateAccessToken"),
      accessToken: `shpat_${randomBytes(16).toString("hex")}`,
      installationId: installation.id,
      scopes: [...delegateAccessScope],
      createdAt: world.nowText(),
      expiresAt: expiresIn ? toSecond(later(context, expiresIn)) : null,
    });
    return {
      // Recorded: what is left of the time, in whole seconds, is one less than was asked for.
      delegateAccessToken: {
        ...token,
        accessScopes: token.scopes,
        expiresIn: expiresIn ? expiresIn - 1 : null,
      },
      shop: shop.shop,
      userErrors: [],
    };
  },
  delegateAccessTokenDestroy: (_source, { accessToken }: { accessToken: string }, { shop, installation }) => {
    const answer = (userErrors: UserError[]) => ({
      status: userErrors.length === 0,
      shop: shop.shop,
      userErrors,
    });
    const delegate = shop.delegateTokens.by(accessToken)[0];
    if (!delegate)
      return answer([
        shop.installations.by(accessToken)[0]
          ? userError(null, "Can only delete delegate tokens.", "CAN_ONLY_DELETE_DELEGATE_TOKENS")
          : userError(null, "Access token does not exist.", "ACCESS_TOKEN_NOT_FOUND"),
      ]);
    const own = shop.installations.get(installation.id)?.accessToken === installation.accessToken;
    const itself = installation.accessToken === accessToken;
    if (delegate.installationId !== installation.id || !(own || itself))
      return answer([userError(null, "Access denied.", "ACCESS_DENIED")]);
    shop.delegateTokens.delete(delegate.id);
    return answer([]);
  },
};

function whyNot(context: Context, { delegateAccessScope, expiresIn }: DelegateInput): UserError | undefined {
  const { installation } = context;
  if (delegateAccessScope.length === 0)
    return userError(null, "The access scope can't be empty.", "EMPTY_ACCESS_SCOPE");
  if (typeof expiresIn === "number" && expiresIn <= 0)
    return userError(null, "The expires_in value must be greater than 0.", "NEGATIVE_EXPIRES_IN");
  const unknown = delegateAccessScope.filter((scope) => !installation.scopes.includes(scope));
  if (unknown.length > 0)
    return userError(null, `The access scope is invalid: ${unknown.join(", ")}`, "UNKNOWN_SCOPES");
  const outlives =
    expiresIn && installation.expiresAt && toSecond(later(context, expiresIn)) > installation.expiresAt;
  return outlives
    ? userError(null, "The delegate token can't expire after the parent token.", "EXPIRES_AFTER_PARENT")
    : undefined;
}

function later({ world }: Context, seconds: number): Date {
  return new Date(world.now().getTime() + seconds * 1_000);
}
