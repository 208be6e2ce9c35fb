import type { ReturnDetail, ReturnLineView } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { Picture } from "../../../../../ui/picture.tsx";
import { Quoted } from "../../../../../ui/quoted.tsx";
import { DecisionControls } from "./decision-controls.tsx";
import { Photos } from "./photos.tsx";

/** What comes back, and what was decided about each. */
export function ItemsCard({
  found,
  shop,
  undecided,
}: {
  found: ReturnDetail;
  shop: string;
  undecided: boolean;
}) {
  const refused = found.status === "declined" || found.status === "cancelled";
  const units = found.lines.reduce((count, line) => count + line.quantity, 0);
  return (
    <Card
      title="Items"
      aside={<span className="figures">{units === 1 ? "1 unit" : `${units} units`}</span>}
      flush
    >
      <ul>
        {found.lines.map((line) => (
          <li key={line.id} className="border-b border-line p-4 last:border-0 sm:px-5">
            <div className="flex flex-wrap items-start gap-4">
              <Picture url={line.imageUrl} size="size-14" />
              <div className="min-w-0 flex-1 basis-40">
                <p className="font-medium wrap-anywhere">{line.title}</p>
                <p className="text-sm wrap-anywhere text-ink-2">
                  {[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
                </p>
                <p className="mt-1.5 text-sm">
                  <span className="text-ink-2">Reason: </span>
                  {line.reasonLabel}
                </p>
                {line.note && (
                  <Quoted className="mt-1 border-s-2 border-line-strong ps-2.5">{line.note}</Quoted>
                )}
                <Photos
                  of={line.title}
                  at={`/${shop}/returns/${found.number}/photos`}
                  photos={found.photos.filter((photo) => isOf(line, photo))}
                />
              </div>
              {undecided ? (
                <DecisionControls lineId={line.id} title={line.title} quantity={line.quantity} />
              ) : (
                <Decided line={line} refused={refused} />
              )}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function isOf(line: ReturnLineView, photo: ReturnDetail["photos"][number]): boolean {
  return photo.fulfillmentLineItemId === line.fulfillmentLineItemId;
}

function Decided({ line, refused }: { line: ReturnLineView; refused: boolean }) {
  const { accepted, quantity } = line;
  return (
    <div className="ml-auto shrink-0 text-right">
      <p className="figures">
        {accepted === null || accepted === quantity ? quantity : `${accepted} of ${quantity}`}
        <span className="sr-only"> units</span>
      </p>
      {accepted === 0 && <p className="text-sm text-ink-2">Declined</p>}
      {accepted !== null && accepted > 0 && !refused && <p className="text-sm text-accent-ink">Accepted</p>}
      {line.declineReason && (
        <p className="max-w-40 text-sm wrap-anywhere text-ink-2">{line.declineReason}</p>
      )}
    </div>
  );
}
