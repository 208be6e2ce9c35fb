import type { GraphQLEnumType } from "graphql";

/** Recorded: the server lists some enums in an order of its own; the published schema tells them by name. */
const recorded: Record<string, readonly string[]> = {
  ReturnDeclineReason: ["RETURN_PERIOD_ENDED", "FINAL_SALE", "OTHER"],
  ReturnReason: [
    "SIZE_TOO_SMALL",
    "SIZE_TOO_LARGE",
    "UNWANTED",
    "NOT_AS_DESCRIBED",
    "WRONG_ITEM",
    "DEFECTIVE",
    "STYLE",
    "COLOR",
    "OTHER",
    "UNKNOWN",
  ],
};

/** An enum's values in the order in which Shopify's own error lists them. */
export function valuesOf(type: GraphQLEnumType): string[] {
  const order = recorded[type.name] ?? [];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return type
    .getValues()
    .map(({ name }) => name)
    .sort((a, b) => place(a) - place(b));
}
