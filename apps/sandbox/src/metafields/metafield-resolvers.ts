import { connection, type PageArguments } from "../graphql/connection.ts";
import type { Resolvers } from "../graphql/context.ts";
import { gid } from "../graphql/gid.ts";
import type { Metafield, MetafieldOwner } from "./metafield.ts";

/** The fields of every record that metafields hang on. */
export const metafieldFields: Resolvers[string] = {
  metafield: (owner: MetafieldOwner, { namespace, key }: { namespace?: string | null; key: string }) =>
    owner.metafields?.find((entry) => entry.key === key && entry.namespace === (namespace ?? "custom")) ??
    null,
  metafields: (
    owner: MetafieldOwner,
    args: PageArguments & { namespace?: string | null; keys?: string[] | null },
  ) =>
    connection(
      (owner.metafields ?? []).filter(
        (entry) =>
          (!args.namespace || entry.namespace === args.namespace) &&
          (!args.keys ||
            args.keys.includes(`${entry.namespace}.${entry.key}`) ||
            args.keys.includes(entry.key)),
      ),
      args,
      { idOf: (entry) => entry.id },
    ),
};

export const metafieldResolvers: Resolvers = {
  Metafield: {
    id: (metafield: Metafield) => gid("Metafield", metafield.id),
    legacyResourceId: (metafield: Metafield) => String(metafield.id),
    jsonValue: ({ type, value }: Metafield) => (/json|list\./.test(type) ? JSON.parse(value) : value),
  },
};
