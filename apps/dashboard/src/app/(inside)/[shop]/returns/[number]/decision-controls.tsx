"use client";
import { Input, Select } from "../../../../../ui/input.tsx";
import { useDecisions } from "./decisions.tsx";

/** How many units of a line are accepted; where it is not all, why. */
export function DecisionControls({
  lineId,
  title,
  quantity,
}: {
  lineId: string;
  title: string;
  quantity: number;
}) {
  const { decisions, decide } = useDecisions();
  const { accepted, declineReason } = decisions[lineId] ?? { accepted: quantity, declineReason: "" };
  const choices = Array.from({ length: quantity + 1 }, (_, index) => quantity - index);
  const words = (units: number) =>
    units === 0 ? "Decline" : `Accept ${units}${quantity > 1 ? ` of ${quantity}` : ""}`;
  return (
    <div className="grid w-full shrink-0 gap-2 sm:w-40">
      <Select
        aria-label={`Accept of ${title}`}
        value={accepted}
        onChange={(event) => decide(lineId, { declineReason, accepted: Number(event.target.value) })}
      >
        {choices.map((units) => (
          <option key={units} value={units}>
            {words(units)}
          </option>
        ))}
      </Select>
      {accepted < quantity && (
        <Input
          aria-label={`Why not all of ${title}`}
          placeholder="Why? The customer reads it"
          maxLength={300}
          value={declineReason}
          onChange={(event) => decide(lineId, { accepted, declineReason: event.target.value })}
        />
      )}
    </div>
  );
}
