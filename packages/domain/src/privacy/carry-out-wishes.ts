import { and, asc, eq, isNull, tables } from "@kept/database";
import type { ShopContext } from "../context.ts";
import { answerDataRequest } from "./answer-data-request.ts";
import { forgetCustomer } from "./forget-customer.ts";
import type { Person } from "./person.ts";

/** Does what people asked for through Shopify and what is still open, in the order in which they asked. */
export async function carryOutWishes(ctx: ShopContext): Promise<void> {
  const { privacyRequests } = tables;
  const open = await ctx.inShop((tx) =>
    tx
      .select()
      .from(privacyRequests)
      .where(and(eq(privacyRequests.shopId, ctx.shop.id), isNull(privacyRequests.doneAt)))
      .orderBy(asc(privacyRequests.id)),
  );
  for (const { id, kind, person } of open) {
    const wish = { requestId: id, person: person as Person };
    if (kind === "redact_customer") await forgetCustomer(ctx, wish);
    else await answerDataRequest(ctx, wish);
  }
}
