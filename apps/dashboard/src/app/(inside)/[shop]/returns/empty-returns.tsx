import { countedTo, type ReturnView } from "@kept/domain";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { few } from "../../../../ui/few.ts";
import { isNarrowed, type ListAddress, listHref } from "./list-address.ts";

const words: Record<ReturnView, { title: string; text: string }> = {
  requested: {
    title: "No request is waiting",
    text: "When a customer asks to return something, the request appears here for you to approve or decline.",
  },
  to_issue: {
    title: "Nothing to issue",
    text: "Approved returns wait here until you issue their credit or refund.",
  },
  in_review: {
    title: "No money needs a second look",
    text: "A credit whose outcome is not certain is never sent again blindly: it appears here for a person to decide.",
  },
  done: {
    title: "Nothing is done yet",
    text: "Issued, declined, cancelled and called-off returns are kept here.",
  },
  all: {
    title: "No returns yet",
    text: "They appear as soon as a customer asks for one on your portal.",
  },
};

interface Props {
  shop: string;
  address: ListAddress;
  counts: Record<ReturnView, number>;
}

export function EmptyReturns({ shop, address, counts }: Props) {
  const { view, q } = address;
  const all = <ButtonLink href={`/${shop}/returns?view=all`}>Show all returns</ButtonLink>;
  const everywhere = listHref(shop, { view: "all", q });
  if (q && listHref(shop, address) !== everywhere)
    return (
      <Empty
        title={`Nothing found for “${q}” here`}
        action={<ButtonLink href={everywhere}>Search all returns</ButtonLink>}
      >
        Only what the tab and the filters above let through was searched.
      </Empty>
    );
  if (q)
    return (
      <Empty title={`Nothing found for “${q}”`} action={all}>
        Search by return number, order number, e-mail address, customer or a word of an item.
      </Empty>
    );
  if (isNarrowed(address) || address.after || address.before)
    return (
      <Empty
        title="Nothing fits these filters"
        action={<ButtonLink href={listHref(shop, { view })}>Take the filters away</ButtonLink>}
      >
        Returns are there, but none that all of them let through.
      </Empty>
    );
  const { title, text } = words[view];
  return (
    <Empty title={title} action={view === "all" ? null : (elsewhere(shop, counts) ?? all)}>
      {text}
    </Empty>
  );
}

/** Where somebody is waited for, when it is not here. */
function elsewhere(shop: string, counts: Record<ReturnView, number>) {
  const [view] = (["in_review", "requested", "to_issue"] as const).filter((each) => counts[each] > 0);
  if (!view) return null;
  const label = { in_review: "in review", requested: "requested", to_issue: "to issue" }[view];
  return (
    <ButtonLink href={`/${shop}/returns?view=${view}`}>
      {`See the ${few(counts[view], countedTo)} ${label}`}
    </ButtonLink>
  );
}
