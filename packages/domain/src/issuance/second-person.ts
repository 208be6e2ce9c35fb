import { sql, type Transaction } from "@kept/database";
import { type Money, toWire } from "@kept/money";
import type { ShopContext } from "../context.ts";
import { tell } from "../return/records.ts";
import type { ReturnRecord } from "../return/return.ts";
import { aboveSecondPersonLimit } from "./limits.ts";

/**
 * Whether issuing this sum still takes somebody else's yes. Above the shop's limit two members have to ask for the
 * same quote; the first one's yes is kept in the timeline. What no person asks for (a rule, a program) is nobody's
 * yes: above the limit it waits for two.
 */
export async function waitsForSecondPerson(
  tx: Transaction,
  ctx: ShopContext,
  record: Pick<ReturnRecord, "id" | "quoteId">,
  total: Money,
): Promise<boolean> {
  if (!(await aboveSecondPersonLimit(tx, ctx, total))) return false;
  if (ctx.actor.kind !== "member") return true;
  const proposals = await tx.execute<{ user: string }>(sql`
    select e.actor ->> 'userId' as user from return_events e
     where e.shop_id = ${ctx.shop.id} and e.return_id = ${record.id} and e.kind = 'issue_proposed'
       and e.detail ->> 'quoteId' = ${record.quoteId}`);
  const me = ctx.actor.userId;
  if (proposals.some(({ user }) => user !== me)) return false;
  if (!proposals.some(({ user }) => user === me))
    await tell(tx, ctx, record.id, "issue_proposed", { quoteId: record.quoteId, total: toWire(total) });
  return true;
}
