import type { LegView, ReturnDetail } from "@kept/domain";
import { written } from "../../../../../ui/amount.tsx";
import { byCurrency } from "../../../../../ui/by-currency.ts";
import { Notice } from "../../../../../ui/notice.tsx";

/** What was given, and what of it the shop took back since. */
export function IssuedNotice({ found }: { found: ReturnDetail }) {
  const { total, credit, resolution } = found;
  const asCredit = resolution === "store_credit";
  const given = `${written(total)} ${asCredit ? "of store credit issued" : "refunded"}`;
  const [taken] = sumOf("reversal", credit?.legs ?? []);
  const [paid] = sumOf("repayment", credit?.legs ?? []);
  if (!taken)
    return (
      <Notice tone="good" title={given} announced>
        {asCredit
          ? "It is in the customer's account, and they get one e-mail that says how to use it. It cannot be issued again."
          : "It is on its way to the original payment. It cannot be refunded again."}
      </Notice>
    );
  const all = taken.minor === total.minor;
  return (
    <Notice title={`${given}, ${all ? "and all of it" : `${written(taken)} of it`} taken back`} announced>
      {all ? "None of it is in the customer's account any more. " : "The rest stays with the customer. "}
      {paid && `${written(paid)} went back to the original payment. `}
      It cannot be issued again.
    </Notice>
  );
}

function sumOf(kind: LegView["kind"], legs: readonly LegView[]) {
  return byCurrency(
    legs.filter((leg) => leg.kind === kind && leg.state === "confirmed").map(({ amount }) => amount),
  );
}
