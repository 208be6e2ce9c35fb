import type { Visit } from "../../../../../server/visit.ts";
import type { Resolution } from "../resolution.ts";

export function WhatsNext({ visit: { say }, resolution }: { visit: Visit; resolution: Resolution }) {
  const second = resolution === "store_credit" ? say("review.next2Credit") : say("review.next2Original");
  return (
    <section className="mt-8">
      <h2 className="font-semibold">{say("review.next")}</h2>
      <ol className="mt-2 grid list-decimal gap-1 ps-5 text-soft">
        <li>{say("review.next1")}</li>
        <li>{second}</li>
      </ol>
    </section>
  );
}
