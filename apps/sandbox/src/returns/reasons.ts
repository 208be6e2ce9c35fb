import { gid } from "../graphql/gid.ts";

/** The reasons every shop starts with; the first ten and their order are recorded. */
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
