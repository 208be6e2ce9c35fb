/**
 * Codes with which a return mutation says that it looked and did nothing. INTERNAL_ERROR, CREATION_FAILED and
 * NOTIFICATION_FAILED are left out on purpose: the schema does not say how far it had got by then.
 */
export const returnRefusals: ReadonlySet<string> = new Set([
  "ALREADY_EXISTS",
  "BLANK",
  "EQUAL_TO",
  "FEATURE_NOT_ENABLED",
  "GREATER_THAN",
  "GREATER_THAN_OR_EQUAL_TO",
  "INCLUSION",
  "INCOMPATIBLE_WITH_STANDARD_POLICY",
  "INVALID",
  "INVALID_STATE",
  "LESS_THAN",
  "LESS_THAN_OR_EQUAL_TO",
  "MISSING_PERMISSION",
  "NOT_A_NUMBER",
  "NOT_EDITABLE",
  "NOT_FOUND",
  "PRESENT",
  "TAKEN",
  "TOO_BIG",
  "TOO_LONG",
  "TOO_MANY_ARGUMENTS",
  "TOO_SHORT",
  "WRONG_LENGTH",
]);
