import { type UserError, userError } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import type { World } from "../world/world.ts";
import { metafieldTypes } from "./metafield-types.ts";

/** A value an app hangs on a record under a name of its own. */
export interface Metafield {
  id: number;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

export interface MetafieldOwner {
  metafields?: Metafield[];
}

export interface MetafieldInput {
  id?: string | null;
  namespace?: string | null;
  key?: string | null;
  type?: string | null;
  value?: string | null;
}

/**
 * What is wrong with them, one reason at a time, in Shopify's words. `before` is how many are counted ahead of them:
 * recorded of places, which count those they have.
 */
export function metafieldProblems(
  inputs: readonly MetafieldInput[] | null | undefined,
  path: readonly string[] = [],
  before = 0,
): UserError[] {
  const wrong = inputs?.findIndex(({ type }) => type && !metafieldTypes.includes(type)) ?? -1;
  return wrong < 0
    ? []
    : [
        userError(
          [...path, "metafields", String(before + wrong), "type"],
          `Type must be one of the following: ${metafieldTypes.join(", ")}.`,
          "INVALID_TYPE",
        ),
      ];
}

/** Those named are changed, the others added; one without a value is not kept, as recorded. */
export function withMetafields(
  world: World,
  owner: MetafieldOwner,
  inputs: readonly MetafieldInput[] | null | undefined,
): MetafieldOwner {
  if (!inputs) return {};
  const now = world.nowText();
  const metafields = [...(owner.metafields ?? [])];
  for (const { id, namespace, key, type, value } of inputs) {
    const place = metafields.findIndex((known) =>
      id
        ? known.id === idIn(id, "Metafield")
        : known.namespace === (namespace ?? "custom") && known.key === key,
    );
    const known = metafields[place];
    if (known) metafields[place] = { ...known, value: value ?? known.value, updatedAt: now };
    else if (value && key)
      metafields.push({
        id: world.nextId("Metafield"),
        namespace: namespace ?? "custom",
        key,
        type: type ?? "single_line_text_field",
        value,
        createdAt: now,
        updatedAt: now,
      });
  }
  return { metafields };
}
