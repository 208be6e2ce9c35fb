"use client";
import type { ConditionName } from "@kept/domain";
import { Suspense, use } from "react";
import { Field } from "../../../../../ui/field.tsx";
import { Input } from "../../../../../ui/input.tsx";
import { AmountsFields } from "./amounts-fields.tsx";
import { CheckList } from "./check-list.tsx";
import type { Choices } from "./choices.ts";
import type { TypedConditions } from "./conditions-form.ts";
import { ProductsFields } from "./products-fields.tsx";
import { YesNo } from "./yes-no.tsx";

interface Props {
  name: ConditionName;
  at: string;
  typed: TypedConditions;
  choices: Choices;
  wrong: Readonly<Record<string, string>>;
  onChange(part: TypedConditions): void;
}

/** The control of one condition. */
export function ConditionField({ name, at, typed, choices, wrong, onChange }: Props) {
  switch (name) {
    case "reasons":
      return (
        <CheckList
          legend="Any of these reasons"
          options={choices.reasons.map(({ key, label }) => ({ value: key, label }))}
          chosen={typed.reasons ?? []}
          onChange={(reasons) => onChange({ reasons })}
        />
      );
    case "segments":
      return (
        <Suspense fallback={<p className="text-sm text-ink-2">Asking Shopify for its segments…</p>}>
          <Segments typed={typed} choices={choices} onChange={onChange} />
        </Suspense>
      );
    case "products":
      return typed.products ? (
        <ProductsFields
          at={at}
          typed={typed.products}
          wrong={{ ...wrong, [at]: "" }}
          onChange={(products) => onChange({ products })}
        />
      ) : null;
    case "customerTags":
    case "orderTags":
    case "countries":
      return (
        <Input
          id={at}
          aria-label={labels[name]}
          aria-invalid={wrong[at] ? true : undefined}
          autoComplete="off"
          placeholder={placeholders[name]}
          value={typed[name] ?? ""}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      );
    case "orderValue":
    case "returnValue":
      return <Range name={name} at={at} typed={typed} choices={choices} wrong={wrong} onChange={onChange} />;
    case "between":
    case "returnsBefore":
      return <Ends name={name} at={at} typed={typed} wrong={wrong} onChange={onChange} />;
    case "firstReturn":
    case "switched":
    case "photos":
      return (
        <YesNo
          name={at}
          value={typed[name] ?? "yes"}
          words={answers[name]}
          onChange={(value) => onChange({ [name]: value })}
        />
      );
  }
}

const labels = {
  customerTags: "Any of these customer tags",
  orderTags: "Any of these order tags",
  countries: "Any of these countries",
};
const placeholders = { customerTags: "VIP, wholesale", orderTags: "gift, pos", countries: "US, CA, DE" };
const answers = {
  firstReturn: { yes: "The customer’s first return", no: "Not the first" },
  switched: { yes: "Had asked for money first", no: "Chose credit at once" },
  photos: { yes: "Every item has a photo", no: "Some item has none" },
};

function Segments({ typed, choices, onChange }: Pick<Props, "typed" | "choices" | "onChange">) {
  const segments = use(choices.segments);
  if (!segments)
    return (
      <p className="text-sm text-ink-2">
        Shopify does not answer, so its segments cannot be listed now. What was chosen before stays chosen.
      </p>
    );
  return (
    <CheckList
      legend="In any of these segments"
      options={segments.map(({ id, name: label }) => ({ value: id, label }))}
      chosen={typed.segments ?? []}
      empty="This shop has no customer segments in Shopify yet."
      onChange={(segments) => onChange({ segments })}
    />
  );
}

function Range({
  name,
  at,
  typed,
  choices,
  wrong,
  onChange,
}: Omit<Props, "name"> & { name: "orderValue" | "returnValue" }) {
  const range = typed[name] ?? { from: {}, to: {} };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(["from", "to"] as const).map((end) => (
        <AmountsFields
          key={end}
          group={`${at}.${end}`}
          legend={end === "from" ? "At least" : "At most"}
          amounts={range[end]}
          currency={choices.currency}
          wrong={wrong}
          onChange={(amounts) => onChange({ [name]: { ...range, [end]: amounts } })}
        />
      ))}
    </div>
  );
}

function Ends({
  name,
  at,
  typed,
  wrong,
  onChange,
}: Omit<Props, "name" | "choices"> & { name: "between" | "returnsBefore" }) {
  const ends = typed[name] ?? { from: "", to: "" };
  const dates = name === "between";
  return (
    <div className="flex flex-wrap gap-4">
      {(["from", "to"] as const).map((end) => (
        <Field
          key={end}
          id={`${at}.${end}`}
          label={
            dates ? (end === "from" ? "First day" : "Last day") : end === "from" ? "At least" : "At most"
          }
          error={wrong[`${at}.${end}`]}
        >
          <Input
            id={`${at}.${end}`}
            type={dates ? "date" : "text"}
            inputMode={dates ? undefined : "numeric"}
            width={dates ? "w-44" : "w-24"}
            className="figures"
            value={ends[end]}
            onChange={(event) => onChange({ [name]: { ...ends, [end]: event.target.value } })}
          />
        </Field>
      ))}
    </div>
  );
}
