"use client";
import type { Role } from "@kept/domain";
import { useState } from "react";
import { Field } from "../field.tsx";
import { Select } from "../input.tsx";
import { roleWords } from "./role-words.ts";

interface Props {
  id: string;
  label: string;
  roles: readonly Role[];
  chosen: string;
}

/** Chooses a role, and says what it means while one chooses. */
export function RoleField({ id, label, roles, chosen }: Props) {
  const [role, setRole] = useState<string>(chosen);
  const words = roles.find((each) => each === role);
  return (
    <Field id={id} label={label} hint={words && roleWords[words].about}>
      <Select
        id={id}
        name="role"
        // Not `value`: a form that was done is reset, and a list that React holds goes to its first role, which is owner.
        defaultValue={chosen}
        onChange={(event) => setRole(event.target.value)}
        aria-describedby={`${id}-hint`}
        className="max-w-56"
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {roleWords[each].name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
