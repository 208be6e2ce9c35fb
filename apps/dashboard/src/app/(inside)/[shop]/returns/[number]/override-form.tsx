import type { ReturnDetail } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { resolutionWords } from "../../../../../ui/return-status.tsx";
import { OverrideFields } from "./override-fields.tsx";

/** Staff may choose another resolution than the customer did, as long as no money is moving (S22). */
export function OverrideForm({ found, shop }: { found: ReturnDetail; shop: string }) {
  const open = found.creditState === "none" && !["resolved", "declined", "cancelled"].includes(found.status);
  if (!open) return null;
  const to = found.resolution === "store_credit" ? "original_payment" : "store_credit";
  return (
    <Card>
      <details>
        <summary className="flex items-center justify-between gap-3">
          <span>
            <span className="block text-sm text-ink-2">Resolution</span>
            {resolutionWords[found.resolution]}
          </span>
          <span className="text-sm underline decoration-line-strong underline-offset-4">Override</span>
        </summary>
        <OverrideFields
          shop={shop}
          number={found.number}
          to={to}
          toWords={resolutionWords[to].toLowerCase()}
        />
      </details>
    </Card>
  );
}
