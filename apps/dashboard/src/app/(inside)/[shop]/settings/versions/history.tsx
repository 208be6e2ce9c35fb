import type { policyHistory } from "@kept/domain";
import { Card } from "../../../../../ui/card.tsx";
import { When } from "../../../../../ui/when.tsx";
import { inWords } from "./change-words.ts";
import { ChangeList } from "./changes.tsx";
import { RestoreButton } from "./restore-button.tsx";

interface Props {
  versions: Awaited<ReturnType<typeof policyHistory>>;
  shop: string;
  timeZone: string;
  current: number;
  mayChange: boolean;
}

/** Every version that was ever saved, and the way back to each. Returns keep the version they were quoted with. */
export function History({ versions, shop, timeZone, current, mayChange }: Props) {
  return (
    <Card title="History" aside="A return keeps the version it was quoted with" flush>
      <ol>
        {versions.map((version) => (
          <li
            key={version.version}
            className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line px-4 py-3.5 last:border-0 sm:px-5"
          >
            <div className="w-40 shrink-0">
              <p className="figures">
                Version {version.version}
                {version.version === current && <span className="text-accent-ink"> · in force</span>}
              </p>
              <p className="text-sm text-ink-2">
                {version.savedBy}, <When at={version.savedAt} timeZone={timeZone} />
              </p>
            </div>
            <div className="min-w-0 flex-1 basis-52">
              {version.restores !== null && (
                <p className="text-sm">Went back to version {version.restores}</p>
              )}
              {version.changes.length > 0 ? (
                <ChangeList changes={inWords(version.changes)} />
              ) : (
                version.restores === null && (
                  <p className="text-sm text-ink-2">The rules this shop started with</p>
                )
              )}
            </div>
            {mayChange && version.version !== current && (
              <RestoreButton shop={shop} version={version.version} current={current} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
