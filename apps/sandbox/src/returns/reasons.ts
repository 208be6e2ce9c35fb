import { gid } from "../graphql/gid.ts";

/** The reasons every shop starts with; the first twenty and their order are recorded, later ones are not modelled. */
const names: [name: string, handle: string, legacy: string][] = [
  ["Unknown", "unknown", "UNKNOWN"],
  ["Changed my mind", "changed-my-mind", "UNWANTED"],
  ["Item not as described", "item-not-as-described", "NOT_AS_DESCRIBED"],
  ["Received the wrong item", "received-the-wrong-item", "WRONG_ITEM"],
  ["Other", "other-reason", "OTHER"],
  ["Damaged or defective", "damaged-or-defective", "DEFECTIVE"],
  ["Too small", "too-small", "SIZE_TOO_SMALL"],
  ["Too big", "too-big", "SIZE_TOO_LARGE"],
  ["Style", "style", "STYLE"],
  ["Color", "color", "COLOR"],
  ["Absorbency", "absorbency", "OTHER"],
  ["Academic level", "academic-level", "OTHER"],
  ["Accuracy", "accuracy", "OTHER"],
  ["Adhesion", "adhesion", "OTHER"],
  ["Adhesive", "adhesive", "OTHER"],
  ["Adhesive strength", "adhesive-strength", "OTHER"],
  ["Adjustability", "adjustability", "OTHER"],
  ["Age range", "age-range", "OTHER"],
  ["Amperage", "amperage", "OTHER"],
  ["Angle", "angle", "OTHER"],
];

export interface ReasonDefinition {
  number: number;
  id: string;
  name: string;
  handle: string;
  legacy: string;
  deleted: boolean;
}

export const reasonDefinitions: ReasonDefinition[] = names.map(([name, handle, legacy], index) => ({
  number: index + 1,
  id: gid("ReturnReasonDefinition", index + 1),
  name,
  handle,
  legacy,
  deleted: false,
}));

interface GivenReason {
  returnReason?: string | null;
  returnReasonDefinitionId?: string | null;
  returnReasonNote?: string | null;
}

/** Why a line's reason will not do. Recorded: staff must explain "Other", customers need not; everybody must give one. */
export function reasonProblem(
  { returnReason, returnReasonDefinitionId, returnReasonNote }: GivenReason,
  status: "REQUESTED" | "OPEN",
): { path: string[]; message: string; code: string } | undefined {
  const byStaff = status === "OPEN";
  if (!returnReason && !returnReasonDefinitionId)
    return byStaff
      ? {
          path: [],
          message: "Return line items Either return reason or return reason definition must be provided",
          code: "NOT_FOUND",
        }
      : { path: ["returnReason"], message: "Return reason can't be blank", code: "BLANK" };
  if (returnReasonDefinitionId && !reasonDefinitions.some(({ id }) => id === returnReasonDefinitionId)) {
    const message = "Return reason definition not found.";
    return { path: ["returnReasonDefinitionId"], message, code: "NOT_FOUND" };
  }
  if (byStaff && returnReason === "OTHER" && !returnReasonNote?.trim()) {
    const message =
      'Return line items return reason note The note is required when the return reason is "Other"';
    return { path: ["returnReasonNote"], message, code: "BLANK" };
  }
  return undefined;
}
