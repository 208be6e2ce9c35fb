import type { ReturnDetail, ReturnLineView } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { Input, Select } from "../../../../../ui/input.tsx";
import { Picture } from "../../../../../ui/picture.tsx";

/** What comes back, and what was decided about each. The controls belong to the form of the acts beside. */
export function ItemsCard({ found, undecided }: { found: ReturnDetail; undecided: boolean }) {
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
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium">{line.title}</p>
                <p className="text-sm text-ink-2">
                  {[line.variantTitle, line.sku].filter(Boolean).join(" · ")}
                </p>
                <p className="mt-1.5 text-sm">
                  <span className="text-ink-2">Reason: </span>
                  {line.reasonLabel}
                </p>
                {line.note && (
                  <p className="mt-1 border-l-2 border-line-strong pl-2.5 text-sm text-ink-2">
                    “{line.note}”
                  </p>
                )}
              </div>
              {undecided ? <Decision line={line} /> : <Decided line={line} />}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Decision({ line }: { line: ReturnLineView }) {
  const accept = `accepted.${line.id}`;
  const why = `declineReason.${line.id}`;
  const choices = Array.from({ length: line.quantity + 1 }, (_, index) => line.quantity - index);
  return (
    <div className="group grid w-full shrink-0 gap-2 sm:w-40">
      <label htmlFor={accept} className="sr-only">
        Accept of {line.title}
      </label>
      <Select id={accept} name={accept} form="decide" defaultValue={line.quantity}>
        {choices.map((units) => (
          <option key={units} value={units}>
            {units === 0 ? "Decline" : `Accept ${units}${line.quantity > 1 ? ` of ${line.quantity}` : ""}`}
          </option>
        ))}
      </Select>
      <div className="hidden group-has-[option:checked:not(:first-child)]:block">
        <label htmlFor={why} className="sr-only">
          Why not all of {line.title}
        </label>
        <Input id={why} name={why} form="decide" placeholder="Why? The customer reads it" maxLength={300} />
      </div>
    </div>
  );
}

function Decided({ line }: { line: ReturnLineView }) {
  const { accepted, quantity } = line;
  return (
    <div className="shrink-0 text-right">
      <p className="figures">
        {accepted === null || accepted === quantity ? quantity : `${accepted} of ${quantity}`}
        <span className="sr-only"> units</span>
      </p>
      {accepted === 0 && <p className="text-sm text-ink-2">Declined</p>}
      {accepted !== null && accepted > 0 && <p className="text-sm text-accent-ink">Accepted</p>}
      {line.declineReason && <p className="max-w-40 text-sm text-ink-2">{line.declineReason}</p>}
    </div>
  );
}
