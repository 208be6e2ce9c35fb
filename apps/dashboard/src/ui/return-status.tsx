import type { CreditState, ReturnStatus } from "@kept/domain";
import { Badge, type Tone } from "./badge.tsx";

interface Props {
  status: ReturnStatus;
  creditState: CreditState;
  resolution?: "store_credit" | "original_payment";
  /** Issued already, as soon as a permission is granted. */
  waitsForPermission?: boolean;
}

export interface Standing {
  readonly words: string;
  readonly tone: Tone;
}

export function StatusBadge(props: Props) {
  const { words, tone } = standingOf(props);
  return <Badge tone={tone}>{words}</Badge>;
}

/** Where a return stands, in the words of the tabs: what the money does outranks where the parcel is. */
export function standingOf({
  status,
  creditState,
  resolution = "store_credit",
  waitsForPermission = false,
}: Props): Standing {
  if (waitsForPermission) return { words: "Waits for permission", tone: "person" };
  const { words, tone } = standing(status, creditState);
  return { tone, words: resolution === "original_payment" ? (asMoney[words] ?? words) : words };
}

function standing(status: ReturnStatus, creditState: CreditState): Standing {
  if (creditState !== "none") return byCredit[creditState];
  return { words: statusWords(status), tone: tones[status] };
}

const byCredit: Record<Exclude<CreditState, "none">, Standing> = {
  issuing: { words: "Issuing", tone: "moving" },
  base_issued: { words: "Bonus on its way", tone: "moving" },
  issued: { words: "Issued", tone: "good" },
  review: { words: "In review", tone: "risk" },
  failed: { words: "Called off", tone: "quiet" },
};

/** The same standings where the money goes back the way it came. */
const asMoney: Readonly<Record<string, string>> = {
  "To issue": "To refund",
  Issuing: "Refunding",
  Issued: "Refunded",
};

export function statusWords(status: string): string {
  return names[status as ReturnStatus] ?? status;
}

const names: Record<ReturnStatus, string> = {
  requested: "Requested",
  approved: "To issue",
  in_transit: "In transit",
  received: "Received",
  inspected: "Inspected",
  resolved: "Resolved",
  declined: "Declined",
  cancelled: "Cancelled",
};

const tones: Record<ReturnStatus, Tone> = {
  requested: "person",
  approved: "person",
  in_transit: "moving",
  received: "person",
  inspected: "person",
  resolved: "good",
  declined: "quiet",
  cancelled: "quiet",
};

export const resolutionWords = {
  store_credit: "Store credit",
  original_payment: "Original payment",
} as const;
