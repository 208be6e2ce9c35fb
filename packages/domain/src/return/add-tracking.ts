import { and, eq, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { type Result, refused } from "../result.ts";
import { type ParcelRefusal, sendParcel } from "./parcels.ts";
import type { ReturnStatus } from "./return.ts";

/** A customer says, by the private link, with which number their parcel travels. */
export async function addTracking(
  ctx: ShopContext,
  input: { returnKey: string; tracking: string; carrier?: string | undefined },
): Promise<Result<{ status: ReturnStatus }, ParcelRefusal>> {
  const [record] = await ctx.inShop((tx) =>
    tx
      .select({ number: tables.returns.number, name: tables.returns.customerName })
      .from(tables.returns)
      .where(and(eq(tables.returns.shopId, ctx.shop.id), eq(tables.returns.key, input.returnKey))),
  );
  if (!record) return refused("NotFound");
  const { tracking, carrier } = input;
  const customer = { ...ctx, actor: { kind: "customer", name: record.name } as const };
  return sendParcel(customer, { number: record.number, tracking, carrier });
}
