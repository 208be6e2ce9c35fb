import type { Visit } from "../../../../server/visit.ts";
import { SendButton } from "../../../../ui/button.tsx";
import { cancel } from "./actions.ts";

/** Two steps without a script: open, then say yes. */
export function Cancel({ visit, returnKey }: { visit: Visit; returnKey: string }) {
  const { say, shop } = visit;
  return (
    <details className="mt-6 border-line border-t pt-2">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center text-sm underline underline-offset-4">
        {say("status.cancel")}
      </summary>
      <form
        action={cancel.bind(null, shop.handle, returnKey)}
        className="grid justify-items-start gap-3 pb-2"
      >
        <p>{say("status.cancelSure")}</p>
        <SendButton look="risk">{say("status.cancelYes")}</SendButton>
      </form>
    </details>
  );
}
