import type { Context, Resolvers } from "../graphql/context.ts";
import { Refusal } from "../graphql/errors.ts";
import { gid } from "../graphql/gid.ts";
import { appIdOf, type Installation } from "./installation.ts";
import { isImplied, scopeSource } from "./scopes.ts";

export const appResolvers: Resolvers = {
  AppInstallation: {
    id: (installation: Installation) => gid("AppInstallation", installation.id),
    accessScopes: (installation: Installation) => installation.scopes.map(scopeSource),
    app: appOf,
    launchUrl: (installation: Installation, _args, { shop }) =>
      `https://${shop.domain}/admin/apps/${handleOf(installation)}`,
    uninstallUrl: () => null,
  },
};

export const appQueries: Resolvers[string] = {
  currentAppInstallation: (_source, _args, { installation }) => installation,
  appInstallation: (_source, { id }: { id?: string | null }, { installation }) =>
    !id || id === gid("AppInstallation", installation.id) ? installation : null,
  /** Only apps that list others may ask; recorded as a bare "access denied". */
  appInstallations: () => {
    throw new Refusal("access denied", "ACCESS_DENIED", {
      documentation: "https://shopify.dev/api/usage/access-scopes",
    });
  },
  app: (_source, { id }: { id?: string | null }, context) => mine(context, (app) => !id || app.id === id),
  appByHandle: (_source, { handle }: { handle: string }, context) =>
    mine(context, (app) => app.handle === handle),
  appByKey: (_source, { apiKey }: { apiKey: string }, context) =>
    mine(context, (app) => app.apiKey === apiKey),
};

export function appOf(installation: Installation) {
  return {
    id: gid("App", appIdOf(installation)),
    apiKey: installation.appKey,
    title: installation.appName,
    handle: handleOf(installation),
    embedded: false,
    previouslyInstalled: false,
    requestedAccessScopes: installation.scopes
      .filter((scope) => !isImplied(scope, installation.scopes))
      .map(scopeSource),
  };
}

/** Its name as it stands in an address. */
function handleOf({ appName, appKey }: Installation): string {
  return (
    appName
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join("-") ?? appKey
  );
}

/** The asking app, if it is the one asked for: no app sees another. */
function mine({ installation }: Context, is: (app: ReturnType<typeof appOf>) => boolean) {
  const app = appOf(installation);
  return is(app) ? app : null;
}
