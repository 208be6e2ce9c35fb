import type { ApiScope } from "@kept/domain";
import { FieldError } from "../../../../../ui/field.tsx";
import { scopeWords } from "./scope-words.ts";

interface Props {
  scopes: readonly ApiScope[];
  chosen: readonly string[];
  error?: string | undefined;
}

/** What a new key may do: nothing that is not chosen. */
export function ScopeFields({ scopes, chosen, error }: Props) {
  return (
    <fieldset aria-describedby={error ? "scopes-error" : undefined}>
      <legend className="mb-2 text-sm font-medium">It may</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {scopes.map((scope) => (
          <label key={scope} className="flex items-start gap-2.5">
            <input
              type="checkbox"
              name={`scope:${scope}`}
              defaultChecked={chosen.includes(scope)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {scopeWords[scope].name}
              <span className="block text-sm text-ink-2">{scopeWords[scope].about}</span>
            </span>
          </label>
        ))}
      </div>
      <FieldError id="scopes" error={error} />
    </fieldset>
  );
}
