import type { Admin } from "../admin/admin.ts";
import { graphql } from "../generated/gql.ts";

const document = graphql(`
  query FindOrder($asTyped: String!, $withSign: String!) {
    asTyped: orders(first: 5, query: $asTyped, sortKey: CREATED_AT, reverse: true) {
      nodes { id name email }
    }
    withSign: orders(first: 5, query: $withSign, sortKey: CREATED_AT, reverse: true) {
      nodes { id name email }
    }
  }
`);

/**
 * Finds the order a customer names by its number and the e-mail it was placed with. Null when there is none, and
 * the same null when only one of the two is right: a stranger must not learn which.
 *
 * Shopify's search splits words and finds too much, so what it finds is compared again, exactly but for case.
 * The number may be typed with or without its "#", and in full-width digits.
 */
export async function findOrder(
  admin: Admin,
  input: { readonly name: string; readonly email: string },
): Promise<{ id: string; name: string } | null> {
  const name = fold(input.name);
  const email = fold(input.email);
  if (name === "" || name.length > 64 || email.length > 254 || !email.includes("@")) return null;
  const bare = withoutSign(name);
  if (bare === "") return null;

  const found = await admin.read(document, {
    asTyped: search(name === bare ? bare : name, email),
    withSign: search(`#${bare}`, email),
  });
  const match = [...found.asTyped.nodes, ...found.withSign.nodes].find(
    (order) => withoutSign(fold(order.name)) === bare && order.email !== null && fold(order.email) === email,
  );
  return match ? { id: match.id, name: match.name } : null;
}

function search(name: string, email: string): string {
  return `name:${quoted(name)} email:${quoted(email)}`;
}

/** A phrase cannot end early: its quote and its escape are escaped. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}

function fold(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cc}/gu, "")
    .trim()
    .toLowerCase();
}

function withoutSign(name: string): string {
  return name.replace(/^#\s*/, "");
}
