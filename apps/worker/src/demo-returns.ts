import {
  approveReturn,
  chooseItems,
  customerContext,
  declineReturn,
  draftOfOrder,
  issueCredit,
  listReturns,
  memberContext,
  quoteDraft,
  type ResolutionKind,
  readDraft,
  sendReturn,
  type Tools,
} from "@kept/domain";

/** A return of the demo: whose order, how many of its lines, what for, and how far the merchant has come with it. */
export interface DemoReturn {
  readonly order: string;
  readonly email: string;
  readonly lines?: number;
  readonly reason?: number;
  readonly note?: string;
  readonly resolution?: ResolutionKind;
  readonly until?: "requested" | "approved" | "issued" | "declined";
}

/**
 * A few returns, so that nobody meets an empty list. They are asked for and decided by the same verbs as any other;
 * a shop that has returns is left alone.
 */
export async function askForDemoReturns(
  tools: Tools,
  input: { handle: string; ownerId: string; returns: readonly DemoReturn[] },
): Promise<void> {
  const owner = await memberContext(tools, {
    userId: input.ownerId,
    handle: input.handle,
    requestId: "demo",
  });
  if (!owner) throw new Error(`${input.handle} has no owner`);
  if ((await listReturns(owner, { view: "all", limit: 1 })).rows.length > 0) return;
  for (const wish of input.returns) {
    if (!(await ask(tools, input.handle, wish))) {
      tools.log.warn({ order: wish.order }, "a demo return could not be asked for");
      continue;
    }
    const [newest] = (await listReturns(owner, { view: "all", limit: 1 })).rows;
    const number = newest?.number ?? 0;
    if (wish.until === "declined") {
      await declineReturn(owner, { number, reason: "Worn and washed: the tag is missing." });
    }
    if (wish.until === "approved" || wish.until === "issued") await approveReturn(owner, { number });
    if (wish.until === "issued") await issueCredit(owner, { number });
  }
}

/** False when a step refuses: a demo shop whose orders have aged past their window still starts. */
async function ask(tools: Tools, handle: string, wish: DemoReturn): Promise<boolean> {
  const ctx = await customerContext(tools, handle, { requestId: "demo" });
  if (!ctx) return false;
  const { order: orderName, email, resolution = "store_credit" } = wish;
  const demo = { ...ctx, actor: { kind: "system", name: "demo" } as const };
  const found = await draftOfOrder(demo, { orderName, email, locale: ctx.shop.locale });
  if (!found.ok) return false;
  const { key } = found.value;
  const draft = await readDraft(ctx, key);
  if (!draft.ok) return false;
  const reason = draft.value.reasons[wish.reason ?? 0]?.code ?? "";
  const items = draft.value.items
    .filter(({ returnable }) => returnable)
    .slice(0, wish.lines ?? 1)
    .map(({ fulfillmentLineItemId }) => ({
      fulfillmentLineItemId: fulfillmentLineItemId ?? "",
      quantity: 1,
      reason,
      ...(wish.note && { note: wish.note }),
    }));
  if (!(await chooseItems(ctx, { key, items })).ok) return false;
  const quoted = await quoteDraft(ctx, key);
  const offer = quoted.ok && quoted.value.offers.find((each) => each.resolution === resolution);
  if (!offer) return false;
  return (await sendReturn(ctx, { key, resolution, fingerprint: offer.fingerprint })).ok;
}
