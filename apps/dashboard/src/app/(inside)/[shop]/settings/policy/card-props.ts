import type { Choices } from "../rules/choices.ts";
import type { TypedPolicy } from "./policy-form.ts";

export interface CardProps {
  readonly typed: TypedPolicy;
  readonly choices: Choices;
  readonly wrong: Readonly<Record<string, string>>;
  change(part: Partial<TypedPolicy>): void;
}
