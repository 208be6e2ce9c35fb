import type { Topic } from "@kept/domain";
import { FieldError } from "../../../../../ui/field.tsx";
import { topicWords } from "./topic-words.ts";

interface Props {
  typed: Readonly<Record<string, string>> | undefined;
  error?: string | undefined;
}

/** What an endpoint is told; everything, unless one chooses. */
export function TopicFields({ typed, error }: Props) {
  return (
    <fieldset aria-describedby={error ? "topics-error" : undefined}>
      <legend className="mb-2 text-sm font-medium">It is told</legend>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {(Object.keys(topicWords) as Topic[]).map((topic) => (
          <label key={topic} className="flex items-start gap-2.5">
            <input
              type="checkbox"
              name={`topic:${topic}`}
              defaultChecked={!typed || `topic:${topic}` in typed}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              {topicWords[topic]}
              <span className="block font-mono text-xs text-ink-2">{topic}</span>
            </span>
          </label>
        ))}
      </div>
      <FieldError id="topics" error={error} />
    </fieldset>
  );
}
