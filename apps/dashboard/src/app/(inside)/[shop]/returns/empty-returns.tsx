import type { ReturnView } from "@kept/domain";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";

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
  done: { title: "Nothing is done yet", text: "Issued, declined and cancelled returns are kept here." },
  all: {
    title: "No returns yet",
    text: "They appear as soon as a customer asks for one on your portal.",
  },
};

export function EmptyReturns({
  view,
  search,
  shop,
}: {
  view: ReturnView;
  search: string | undefined;
  shop: string;
}) {
  if (search) {
    return (
      <Empty
        title={`Nothing found for “${search}”`}
        action={<ButtonLink href={`/${shop}/returns?view=all`}>Show all returns</ButtonLink>}
      >
        Search by return number, order number, e-mail address or the name of an item.
      </Empty>
    );
  }
  const { title, text } = words[view];
  return (
    <Empty
      title={title}
      action={
        view === "all" ? null : <ButtonLink href={`/${shop}/returns?view=all`}>Show all returns</ButtonLink>
      }
    >
      {text}
    </Empty>
  );
}
