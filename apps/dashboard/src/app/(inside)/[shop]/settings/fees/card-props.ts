import type { Choices } from "../rules/choices.ts";
import type { TypedFees } from "./fees-form.ts";

export interface CardProps {
  readonly typed: TypedFees;
  readonly choices: Choices;
  readonly wrong: Readonly<Record<string, string>>;
  change(part: Partial<TypedFees>): void;
}
