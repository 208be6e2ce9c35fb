import { GonePage, SentPage, SlowPage } from "../../../../ui/message-page.tsx";
import type { DraftState } from "./draft.ts";

/** What a step shows when there is no open draft to work with. `here` is the step's own path, to try again. */
export function OtherPage({ state, here }: { state: Exclude<DraftState, { kind: "open" }>; here: string }) {
  if (state.kind === "nowhere") return null;
  if (state.kind === "sent") return <SentPage visit={state.visit} returnKey={state.returnKey} />;
  if (state.kind === "slow") return <SlowPage visit={state.visit} again={here} />;
  return <GonePage visit={state.visit} />;
}
