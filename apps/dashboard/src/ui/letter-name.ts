/** What each e-mail to customers is called, wherever it is named. */
export const letterNames = {
  store_credit_issued: "Store credit issued",
  return_received: "Return received",
  return_approved: "Return approved",
  return_declined: "Return declined",
  credit_reversed: "Credit reversed",
  bonus_expires_soon: "Bonus expires soon",
  message_written: "Message written",
} as const;

/** The name of an e-mail on record; one this version does not know is named by its own word. */
export function letterName(template: string): string {
  const names: Readonly<Record<string, string>> = letterNames;
  return names[template] ?? template.replaceAll("_", " ");
}
