"use client";
import { useState } from "react";
import { describedBy, Field } from "../../../../../ui/field.tsx";
import type { FormState } from "../../../../../ui/form-state.ts";
import { Input, Select } from "../../../../../ui/input.tsx";

export interface InspectedLine {
  readonly id: string;
  readonly title: string;
  /** As many as were accepted. */
  readonly units: number;
}

interface Props {
  line: InspectedLine;
  places: readonly { id: string; name: string }[];
  payable: boolean;
  state: FormState;
}

const goes = [
  ["RESTOCKED", "Back on the shelf"],
  ["NOT_RESTOCKED", "Not restocked"],
  ["PROCESSING_REQUIRED", "Needs looking after"],
  ["MISSING", "Was not in the parcel"],
] as const;

/** How many of a line came, where they go, and how many of them are paid for. */
export function LineFindings({ line, places, payable, state }: Props) {
  const name = (field: string) => `${field}.${line.id}`;
  const typed = (field: string) => state.typed?.[name(field)];
  const [goesTo, setGoesTo] = useState(
    typed("disposition") ?? (places.length > 0 ? "RESTOCKED" : "NOT_RESTOCKED"),
  );
  const [accepted, setAccepted] = useState(Number(typed("accepted") ?? line.units));
  const error = state.fields?.[name("received")] ?? state.fields?.[name("locationId")];
  const units = Array.from({ length: line.units + 1 }, (_, index) => line.units - index);
  return (
    <fieldset className="grid min-w-0 gap-3 border-b border-line px-4 py-4 sm:grid-cols-2 sm:px-5 lg:grid-cols-4">
      <legend className="float-left mb-1 w-full font-medium wrap-anywhere sm:col-span-2 lg:col-span-4">
        {line.title}
      </legend>
      <Field id={name("received")} label={`Came, of ${line.units}`} error={error}>
        <Select
          id={name("received")}
          name={name("received")}
          defaultValue={typed("received") ?? line.units}
          {...describedBy(name("received"), { error })}
        >
          {units.map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={name("disposition")} label="Where it goes">
        <Select
          id={name("disposition")}
          name={name("disposition")}
          value={goesTo}
          onChange={(event) => setGoesTo(event.target.value)}
        >
          {goes
            .filter(([value]) => value !== "RESTOCKED" || places.length > 0)
            .map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
        </Select>
      </Field>
      {goesTo === "RESTOCKED" ? (
        <Field id={name("locationId")} label="On which shelf">
          <Select
            id={name("locationId")}
            name={name("locationId")}
            defaultValue={typed("locationId") ?? places[0]?.id}
          >
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : (
        <Field id={name("note")} label="Note for your team">
          <Input id={name("note")} name={name("note")} maxLength={500} defaultValue={typed("note")} />
        </Field>
      )}
      {payable && (
        <Field id={name("accepted")} label="Accepted">
          <Select
            id={name("accepted")}
            name={name("accepted")}
            value={accepted}
            onChange={(event) => setAccepted(Number(event.target.value))}
          >
            {units.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? "None" : count}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {payable && accepted < line.units && (
        <Field
          id={name("declineReason")}
          label="Why not all"
          hint="The customer reads it."
          className="sm:col-span-2 lg:col-span-4"
        >
          <Input
            id={name("declineReason")}
            name={name("declineReason")}
            maxLength={300}
            defaultValue={typed("declineReason")}
            {...describedBy(name("declineReason"), { hint: true })}
          />
        </Field>
      )}
    </fieldset>
  );
}
