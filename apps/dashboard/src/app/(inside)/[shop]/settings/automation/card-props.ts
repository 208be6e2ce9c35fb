import type { Choices } from "../rules/choices.ts";
import type { TypedAutomation } from "./automation-form.ts";

export interface CardProps {
  readonly typed: TypedAutomation;
  readonly choices: Choices;
  readonly wrong: Readonly<Record<string, string>>;
  change(part: Partial<TypedAutomation>): void;
}
