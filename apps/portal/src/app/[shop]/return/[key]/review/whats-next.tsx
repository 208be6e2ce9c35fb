import type { GoodsFirst } from "@kept/domain";
import type { Visit } from "../../../../../server/visit.ts";
import type { Resolution } from "../resolution.ts";

/** What happens once it is sent. Nobody is told how to send back what they keep. */
export function WhatsNext({
  visit: { say },
  resolution,
  goods,
}: {
  visit: Visit;
  resolution: Resolution;
  goods: GoodsFirst | null;
}) {
  const kept = goods === "kept";
  const credit = goods && !kept ? say("review.next2Goods", { first: goods }) : say("review.next2Credit");
  return (
    <section className="mt-8">
      <h2 className="font-semibold">{say("review.next")}</h2>
      <ol className="mt-2 grid list-decimal gap-1 ps-5 text-soft">
        <li>{say(kept ? "review.next1Keep" : "review.next1")}</li>
        <li>{resolution === "store_credit" ? credit : say("review.next2Original")}</li>
      </ol>
    </section>
  );
}
