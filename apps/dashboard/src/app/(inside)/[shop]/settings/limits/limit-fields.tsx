import { describedBy, Field } from "../../../../../ui/field.tsx";
import { Input, WithUnit } from "../../../../../ui/input.tsx";
import { limitNames, limitWords } from "./limit-words.ts";

interface Props {
  code: string;
  unit: string;
  shownIn(code: string, name: string): string;
  fields: Readonly<Record<string, string>>;
}

/** The limits of one currency, side by side. */
export function LimitFields({ code, unit, shownIn, fields }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {limitNames.map((name) => {
        const id = `${code}-${name}`;
        const error = fields[`${code}.${name}`];
        return (
          <Field key={name} id={id} label={limitWords[name].name} error={error}>
            <WithUnit after={unit}>
              <Input
                id={id}
                name={`${code}.${name}`}
                inputMode="decimal"
                autoComplete="off"
                placeholder="No limit"
                className="figures text-right"
                defaultValue={shownIn(code, name)}
                {...describedBy(id, { error })}
              />
            </WithUnit>
          </Field>
        );
      })}
    </div>
  );
}
