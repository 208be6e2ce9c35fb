import { Notice } from "../../../../../ui/notice.tsx";
import type { ChangeInWords } from "./change-words.ts";

/** What a saving changed. */
export function Changes({ version, changes }: { version: number; changes: readonly ChangeInWords[] }) {
  return (
    <div className="mt-4">
      <Notice
        tone="good"
        title={changes.length > 0 ? `Saved as version ${version}` : "Nothing had changed"}
        announced
      >
        <ChangeList changes={changes} />
      </Notice>
    </div>
  );
}

export function ChangeList({ changes }: { changes: readonly ChangeInWords[] }) {
  return (
    <ul className="grid gap-0.5 text-sm text-ink-2">
      {changes.map((change) => (
        <li key={change.what} className="figures break-words">
          {change.what}: <s className="text-ink-3">{change.from}</s> →{" "}
          <span className="text-ink">{change.to}</span>
        </li>
      ))}
    </ul>
  );
}
