import { parametersOf } from "./openapi-operations.ts";
import type { Operation } from "./operation.ts";
import { Prose } from "./prose.tsx";
import { nameOf } from "./schema-name.ts";

/** One thing the API does: how it is asked, what it takes, what it answers. */
export function OperationSection({ operation, origin }: { operation: Operation; origin: string }) {
  const { id, method, path, summary, description, scope, body, answer } = operation;
  return (
    <section id={id} className="grid scroll-mt-4 grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-6">
      <h3 className="text-lg">{summary}</h3>
      <p>
        <code className="font-mono text-sm break-all">
          {method.toUpperCase()} {origin}
          {path}
        </code>
      </p>
      <Prose text={`${description} Needs the right \`${scope}\`.`} />
      <dl className="mt-1 grid gap-1.5">
        {parametersOf(operation).map((parameter) => (
          <div key={parameter.name}>
            <dt>
              <code className="font-mono">{parameter.name}</code>{" "}
              <span className="text-sm text-ink-2">
                {parameter.in}
                {!parameter.required && ", optional"}
              </span>
            </dt>
            <dd>
              <Prose text={parameter.description} />
            </dd>
          </div>
        ))}
        {body && <Body title="Takes" name={nameOf(body)} />}
        <Body
          title={`Answers ${answer.status}`}
          name={answer.schema ? nameOf(answer.schema) : null}
          about={answer.about}
        />
      </dl>
    </section>
  );
}

function Body({ title, name, about }: { title: string; name: string | null; about?: string }) {
  return (
    <div>
      <dt className="text-sm text-ink-2">{title}</dt>
      <dd>
        {name && (
          <a href={`#${name}`} className="font-mono underline underline-offset-4">
            {name}
          </a>
        )}
        {about && <Prose text={about} />}
      </dd>
    </div>
  );
}
