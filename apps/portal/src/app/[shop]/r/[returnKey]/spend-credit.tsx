import type { ReturnStatusView } from "@kept/domain";
import { isZero } from "@kept/money";
import type { Visit } from "../../../../server/visit.ts";
import { LinkButton } from "../../../../ui/button.tsx";
import { LargeAmount } from "../../../../ui/large-amount.tsx";

/** The credit is there: how much, in which account, until when, and how it is spent while there is something to spend. */
export function SpendCredit({ visit, view }: { visit: Visit; view: ReturnStatusView }) {
  const { say, amount } = visit;
  const { balance, accountLastDigits, otherBalances = [] } = view.credit ?? {};
  const spendable = [balance, ...otherBalances].some((each) => !each || !isZero(each));
  return (
    <section className="mt-7 rounded-brand border-2 border-brand-text bg-surface p-5 sm:p-6">
      {balance && (
        <>
          <h2 className="text-sm">{say("status.balance")}</h2>
          <LargeAmount text={amount(balance)} wide className="mt-2" />
        </>
      )}
      {otherBalances.length > 0 && (
        <p className="mt-1 text-sm figures">
          {say("status.balances")}: {otherBalances.map((each) => amount(each)).join(" · ")}
        </p>
      )}
      {accountLastDigits && (
        <p className="mt-1 text-sm text-soft figures">
          {say("status.account", { digits: accountLastDigits })}
        </p>
      )}
      {spendable && <HowToSpend visit={visit} view={view} />}
    </section>
  );
}

function HowToSpend({ visit, view }: { visit: Visit; view: ReturnStatusView }) {
  const { say, shop } = visit;
  return (
    <>
      <p className="mt-1 text-sm text-soft">{lasting(visit, view).join(" ")}</p>
      {view.signInUrl && (
        <LinkButton href={view.signInUrl} className="mt-5 w-full">
          {say("status.signIn")}
        </LinkButton>
      )}
      <h3 className="mt-6 font-semibold">{say("status.how")}</h3>
      <ol className="mt-2 grid list-decimal grid-cols-1 gap-1 ps-5">
        <li>{say("status.how1", { shop: visit.shopName })}</li>
        <li>{say("status.how2")}</li>
        <li>{say("status.how3")}</li>
      </ol>
      <p className="mt-3 text-sm text-soft">
        {say("status.signInNote")} {shop.accountsVersion === "classic" && say("status.classicNote")}
      </p>
    </>
  );
}

/** Until when each part can be spent, as Shopify was told it and the letter says. */
function lasting({ say, amount, lastDay }: Visit, { quote, credit }: ReturnStatusView): string[] {
  // Of what was taken back nothing is left to last.
  if (!credit || credit.taken) return [];
  const { ends } = credit;
  const { base, bonus } = quote.totals;
  if (!ends.base && !ends.bonus) return [say("status.neverExpires")];
  const first = ends.base
    ? say("status.baseUntil", { date: lastDay(ends.base) })
    : say("status.baseNever", { base: amount(base) });
  if (!ends.bonus) return [first];
  return [first, say("status.bonusUntil", { bonus: amount(bonus), date: lastDay(ends.bonus) })];
}
