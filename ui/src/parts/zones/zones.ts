// The time zones that the system knows, by the names people write.

/** Every time zone the system knows, and the chosen one in any case. */
export function timeZones(chosen: string): string[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  if (chosen !== "") zones.add(chosen);
  return [...zones].sort();
}

/** The zone this computer is set to. */
export function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** As people write it: "America/Sao Paulo". */
export function zoneWords(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** How far from UTC a zone is now: "GMT+9"; nothing for a zone that this system does not know. */
export function offsetOf(zone: string): string {
  try {
    const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts();
    return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
}
