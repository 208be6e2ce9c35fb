import { type ReturnDetail, readReversals, type ShopContext } from "@kept/domain";
import { written } from "../../../../../../ui/amount.tsx";
import { Card } from "../../../../../../ui/card.tsx";
import { Quoted } from "../../../../../../ui/quoted.tsx";
import { RepayForm } from "./repay-form.tsx";
import { ReverseForm } from "./reverse-form.tsx";

/** Taking credit back, and paying back the way it was paid what was taken: previewed acts for who may settle. */
export async function ReversalCard({ ctx, found }: { ctx: ShopContext; found: ReturnDetail }) {
  if (found.credit?.destination !== "store_credit") return null;
  const reversals = await readReversals(ctx, found.number);
  if (!reversals) return null;
  const { made, canReverse, repayable } = reversals;
  if (made.length === 0 && !canReverse) return null;
  const shop = ctx.shop.handle;
  return (
    <Card title={made.length > 0 ? "Taken back" : undefined}>
      {made.length > 0 && (
        <ul className="mb-4 grid gap-2 last:mb-0">
          {made.map(({ ordinal, taken, shortfall, state, reason }) => (
            <li key={ordinal}>
              <p className="flex flex-wrap justify-between gap-x-3">
                <span>{states[state]}</span>
                <span className="figures">{written(taken)}</span>
              </p>
              {shortfall.minor > 0n && (
                <p className="text-sm text-ink-2">{`${written(shortfall)} was spent and stays with the customer.`}</p>
              )}
              <Quoted>{reason}</Quoted>
            </li>
          ))}
        </ul>
      )}
      {repayable && <RepayForm shop={shop} number={found.number} amount={written(repayable)} />}
      {canReverse && <ReverseForm key={made.length} shop={shop} number={found.number} />}
    </Card>
  );
}

const states = {
  ready: "About to be taken back",
  sending: "Being taken back",
  unknown: "Being looked up",
  confirmed: "Taken back",
  rejected: "Called off",
  human: "Needs your decision",
} as const;
