// A time zone as people call it.

/** Zones that change in summer have a name for both halves of the year then. */
const SUMMER = Date.UTC(2026, 6, 1);

/** "Central European Time (Europe/Berlin)"; the bare name where the language has none for it. */
export function zoneName(zone: string, locale: string): string {
  try {
    const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "longGeneric" }).formatToParts(SUMMER);
    const name = parts.find(({ type }) => type === "timeZoneName")?.value;
    return name && name !== zone ? `${name} (${zone})` : zone;
  } catch {
    return zone;
  }
}
