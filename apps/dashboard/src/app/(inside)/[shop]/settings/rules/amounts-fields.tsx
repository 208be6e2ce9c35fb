"use client";
import { Button } from "../../../../../ui/button.tsx";
import { describedBy, FieldError } from "../../../../../ui/field.tsx";
import { Input, Select } from "../../../../../ui/input.tsx";

interface Props {
  /** What the fields are called by: "fixed" has fixed.USD, fixed.EUR. */
  group: string;
  legend: string;
  hint?: string;
  amounts: Readonly<Record<string, string>>;
  currency: string;
  wrong: Readonly<Record<string, string>>;
  onChange(amounts: Record<string, string>): void;
}

const common = [
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "CAD",
  "AUD",
  "CHF",
  "SEK",
  "DKK",
  "NOK",
  "PLN",
  "NZD",
  "SGD",
  "HKD",
  "KRW",
  "MXN",
  "BRL",
  "INR",
  "KWD",
  "AED",
];

/** One amount per currency; the shop's own first. */
export function AmountsFields({ group, legend, hint, amounts, currency, wrong, onChange }: Props) {
  const codes = Object.keys(amounts);
  const others = common.filter((code) => !codes.includes(code));
  return (
    <fieldset>
      <legend className="text-sm font-medium">{legend}</legend>
      {hint && <p className="text-sm text-ink-2">{hint}</p>}
      <div className="mt-2 grid gap-2">
        {codes.map((code) => {
          const id = `${group}-${code}`;
          const error = wrong[`${group}.${code}`];
          return (
            <div key={code} className="grid gap-1">
              <div className="flex items-center gap-2">
                <label htmlFor={id} className="figures w-10 text-sm text-ink-2">
                  {code}
                </label>
                <Input
                  id={id}
                  inputMode="decimal"
                  autoComplete="off"
                  value={amounts[code] ?? ""}
                  onChange={(event) => onChange({ ...amounts, [code]: event.target.value })}
                  width="w-32"
                  className="figures text-right"
                  {...describedBy(id, { error })}
                />
                {code !== currency && (
                  <Button
                    look="quiet"
                    size="small"
                    onClick={() =>
                      onChange(Object.fromEntries(Object.entries(amounts).filter(([each]) => each !== code)))
                    }
                  >
                    Remove<span className="sr-only"> {code}</span>
                  </Button>
                )}
              </div>
              <FieldError id={id} error={error} />
            </div>
          );
        })}
      </div>
      {others.length > 0 && (
        <Select
          aria-label={`Add a currency to: ${legend}`}
          value=""
          onChange={(event) => onChange({ ...amounts, [event.target.value]: "" })}
          className="mt-2 w-44"
        >
          <option value="">Add a currency…</option>
          {others.map((code) => (
            <option key={code} value={code}>
              {code}
            </option>
          ))}
        </Select>
      )}
    </fieldset>
  );
}
