import type { CopyPreview } from "@kept/domain";
import { Badge } from "../../../../ui/badge.tsx";
import { Card } from "../../../../ui/card.tsx";
import { ChangeList } from "../../[shop]/settings/versions/changes.tsx";
import { type Asked, sectionWords } from "./asked.ts";
import { CopyButton } from "./copy-button.tsx";
import { differencesInWords } from "./difference-words.ts";
import { noteWords } from "./note-words.ts";

interface Props {
  asked: Asked;
  preview: { sourceStand: string; source: string; targets: readonly CopyPreview[] };
}

/** Every difference in every shop, what will not do there what it does here, and the button that does it. */
export function Preview({ asked, preview }: Props) {
  const { source, sourceStand, targets } = preview;
  const changing = targets.filter(({ changes, mayChange }) => mayChange && changes.length > 0);
  const parts = asked.sections.map((section) => sectionWords[section].name).join(", ");
  return (
    <section aria-labelledby="preview" className="grid gap-4">
      <div>
        <h2 id="preview" className="text-lg">
          What would change
        </h2>
        <p className="text-ink-2">
          {parts}, as {source} has them.
        </p>
      </div>
      {targets.map((target) => (
        <Target key={target.handle} target={target} />
      ))}
      <CopyButton
        asked={asked}
        sourceStand={sourceStand}
        to={changing.map(({ handle, stand }) => ({ handle, basedOn: stand }))}
        names={changing.map(({ name }) => name)}
      />
    </section>
  );
}

function Target({ target }: { target: CopyPreview }) {
  const { name, changes, notes, mayChange } = target;
  const words = differencesInWords(changes);
  return (
    <Card
      title={name}
      aside={
        mayChange ? (
          changes.length === 0 ? (
            <Badge>Already the same</Badge>
          ) : (
            <span className="figures">
              {words.length === 1 ? "one difference" : `${words.length} differences`}
            </span>
          )
        ) : (
          <Badge tone="person">You may not change it</Badge>
        )
      }
    >
      {changes.length === 0 ? (
        <p className="text-ink-2">Nothing would change here.</p>
      ) : (
        <ChangeList changes={words} />
      )}
      {notes.length > 0 && (
        <ul className="mt-4 grid gap-1 rounded-lg border border-person-line bg-person-soft px-3 py-2 text-sm">
          {notes.map((note) => (
            <li key={`${note.kind} ${note.path}`} className="text-person-ink">
              {noteWords(note, name)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
