import { z } from "zod";
import {
  typedAmounts,
  typedBonusShape,
  typedConditionsSchema,
  typedNames,
  typedText,
} from "../rules/typed-schema.ts";

const rule = { id: z.string().min(1).max(64), name: z.string().max(200), when: typedConditionsSchema };

/** What arrives of the form. */
export const typedAutomationSchema = z.strictObject({
  otherwise: z.enum(["approve", "hold"]),
  approvalRules: z.array(z.strictObject({ ...rule, act: z.enum(["approve", "hold"]) })).max(50),
  trigger: z.enum([
    "by_hand",
    "on_approval",
    "in_transit",
    "on_delivery",
    "on_receipt",
    "after_inspection",
    "at_once",
  ]),
  keepItemReasons: typedNames,
  bonusRules: z.array(z.strictObject({ ...rule, ...typedBonusShape })).max(50),
  atLeast: typedAmounts,
  shareOfBase: typedText,
  perCustomer: typedAmounts,
  customerDays: typedText,
  perMonth: typedAmounts,
});
