/** `RETURNS_REQUEST` → `returns/request`; only the last underscore parts the two. */
export function topicOf(enumName: string): string {
  const special: Record<string, string> = {
    APP_UNINSTALLED: "app/uninstalled",
    APP_SCOPES_UPDATE: "app/scopes_update",
    CUSTOMER_ACCOUNT_SETTINGS_UPDATE: "customer_account_settings/update",
  };
  return special[enumName] ?? enumName.toLowerCase().replace(/_(?=[^_]+$)/, "/");
}

export function enumOf(topic: string): string {
  return topic.replace("/", "_").toUpperCase();
}
