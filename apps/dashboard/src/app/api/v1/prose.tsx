/** A description as the OpenAPI document has it: text in which `code` stands between backticks. */
export function Prose({ text }: { text: string }) {
  return (
    <p className="text-ink-2">
      {text.split("`").map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} className="font-mono text-sm break-words text-ink">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </p>
  );
}
