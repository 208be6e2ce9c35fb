import type { Admin } from "../admin/admin.ts";
import type { ReadOptions } from "../admin/read.ts";
import type { ReadCollectionsQuery } from "../generated/graphql.ts";
import { collectionsDocument } from "./order-document.ts";
import type { LineNode } from "./read-order.ts";

type Collection = { readonly id: string };

/**
 * The lines with every collection of their products: rules ask whether a product is in one, and what a page leaves out
 * would be sold for good or returned for nothing. Products in few collections cost no further question.
 */
export async function withAllCollections(
  admin: Admin,
  lines: readonly LineNode[],
  options: ReadOptions,
): Promise<LineNode[]> {
  const inMany = new Set(
    lines.flatMap(({ product }) => (product?.collections.pageInfo.hasNextPage ? product.id : [])),
  );
  if (inMany.size === 0) return [...lines];
  const read = [...inMany].map(async (id) => [id, await collectionsOf(admin, id, options)] as const);
  const all = new Map(await Promise.all(read));
  return lines.map((line) => {
    const nodes = line.product && all.get(line.product.id);
    if (!line.product || !nodes) return line;
    return { ...line, product: { ...line.product, collections: { ...line.product.collections, nodes } } };
  });
}

/** None of a product that was deleted a moment ago: it is in none. */
async function collectionsOf(admin: Admin, id: string, options: ReadOptions): Promise<Collection[]> {
  const found: Collection[] = [];
  for (let after: string | null = null; ; ) {
    const { product }: ReadCollectionsQuery = await admin.read(collectionsDocument, { id, after }, options);
    found.push(...(product?.collections.nodes ?? []));
    if (!product?.collections.pageInfo.hasNextPage) return found;
    after = product.collections.pageInfo.endCursor;
  }
}
