import type { LetterSettings } from "@kept/domain";
import { Card } from "../../../../../../ui/card.tsx";
import { When } from "../../../../../../ui/when.tsx";
import { languageName } from "../letter-words.ts";
import { RestoreLetter } from "./restore-letter.tsx";

interface Props {
  versions: readonly LetterSettings[];
  shop: string;
  kind: string;
  timeZone: string;
  mayChange: boolean;
}

/** Every saved version, and the way back to each; the last line is the e-mail as Kept writes it. */
export function LetterHistory({ versions, shop, kind, timeZone, mayChange }: Props) {
  const current = versions[0]?.version ?? 0;
  const rows = [...versions, null];
  return (
    <Card title="History" flush>
      <ol>
        {rows.map((version) => (
          <li
            key={version?.version ?? 0}
            className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line px-4 py-3.5 last:border-0 sm:px-5"
          >
            <div className="w-40 shrink-0">
              <p className="figures">
                {version ? `Version ${version.version}` : "Kept's words"}
                {(version?.version ?? 0) === current && <span className="text-accent-ink"> · in force</span>}
              </p>
              {version?.savedAt && (
                <p className="text-sm text-ink-2">
                  {version.savedBy}, <When at={version.savedAt} timeZone={timeZone} />
                </p>
              )}
            </div>
            <p className="min-w-0 flex-1 basis-52 text-sm text-ink-2">{said(version)}</p>
            {mayChange && (version?.version ?? 0) !== current && (
              <RestoreLetter shop={shop} kind={kind} version={version?.version ?? 0} current={current} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

function said(version: LetterSettings | null): string {
  if (!version) return "Switched on, in every language as Kept writes it";
  const own = Object.keys(version.wordings).map(languageName);
  const words = own.length > 0 ? `your words in ${new Intl.ListFormat("en").format(own)}` : "Kept's words";
  return `${version.enabled ? "Switched on" : "Switched off"}, ${words}`;
}
