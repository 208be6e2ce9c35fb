import { connection, type PageArguments } from "../graphql/connection.ts";

/** What a country asks for by a name of Shopify's, e.g. a tax number: `TAX_CREDENTIAL_BR`. */
export interface LocalizedField {
  key: string;
  value: string;
}

/** Those named are changed, the others added. */
export function withLocalizedFields(
  known: readonly LocalizedField[] = [],
  ...given: (readonly LocalizedField[] | null | undefined)[]
): LocalizedField[] {
  const all = new Map(known.map(({ key, value }) => [key, value]));
  for (const { key, value } of given.flatMap((fields) => fields ?? [])) all.set(key, value);
  return [...all].map(([key, value]) => ({ key, value }));
}

/** Order.localizedFields and, as they used to be called, Order.localizationExtensions. */
export function localizedFields(
  { localizedFields: all = [] }: { localizedFields?: LocalizedField[] },
  args: PageArguments,
) {
  return connection(
    all.map((field, index) => ({ ...field, index })),
    args,
    { idOf: ({ index }) => index },
  );
}
