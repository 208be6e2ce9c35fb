import type { Schema } from "./openapi.ts";
import { Prose } from "./prose.tsx";

/** A named schema, field by field. References lead to their own section. */
export function SchemaSection({ name, schema }: { name: string; schema: Schema }) {
  return (
    <section id={name} className="min-w-0 scroll-mt-4 break-words">
      <h3 className="font-mono text-lg">{name}</h3>
      {schema.description && <Prose text={schema.description} />}
      <Fields schema={schema} />
    </section>
  );
}

function Fields({ schema }: { schema: Schema }) {
  const fields = Object.entries(schema.properties ?? {});
  if (fields.length === 0) return null;
  return (
    <dl className="mt-2 border-l border-line pl-4">
      {fields.map(([field, of]) => (
        <div key={field} className="py-1.5">
          <dt className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono">{field}</code>
            <span className="text-sm text-ink-2">
              <Kind of={of} />
              {!schema.required?.includes(field) && ", optional"}
            </span>
          </dt>
          <dd>
            {of.description && <Prose text={of.description} />}
            <Fields schema={of.items ?? of} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Kind({ of }: { of: Schema }) {
  if (of.$ref) {
    const name = of.$ref.split("/").at(-1) ?? "";
    return (
      <a href={`#${name}`} className="underline underline-offset-4">
        {name}
      </a>
    );
  }
  if (of.items)
    return (
      <>
        list of <Kind of={of.items} />
      </>
    );
  if (of.anyOf) return of.anyOf.map((each) => each.format ?? each.type ?? "object").join(" or ");
  if (of.enum) return of.enum.map((each) => `"${each}"`).join(" or ");
  if (of.const !== undefined) return JSON.stringify(of.const);
  return of.format ?? of.type ?? "object";
}
