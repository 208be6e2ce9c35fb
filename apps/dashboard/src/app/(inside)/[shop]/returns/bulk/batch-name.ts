import type { BulkAct } from "@kept/domain";

const acts: Record<BulkAct, string> = {
  approve: "Approve",
  decline: "Decline",
  issue: "Issue",
  approve_and_issue: "Approve and issue",
};

/** What a batch is called, before it begins and while it goes on: "Approve and issue 45 returns". */
export function batchName(act: BulkAct, count: number): string {
  return `${acts[act]} ${count === 1 ? "1 return" : `${count} returns`}`;
}
