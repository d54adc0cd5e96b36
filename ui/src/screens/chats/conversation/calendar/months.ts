// Days and months of a calendar, by number: a day is counted from 1970-01-01, a month from January of year 0. Pure; knows no time zone.

const DAY = 86_400_000;

/** The month of a day. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The year of a month. */
export function yearOf(month: number): number {
  return Math.floor(month / 12);
}

/** The month within its year, from 0. */
export function monthOfYear(month: number): number {
  return month - yearOf(month) * 12;
}

/** The first day of a month. */
export function firstOf(month: number): number {
  // the constructor would take years below 100 for the twentieth century
  return new Date(0).setUTCFullYear(yearOf(month), monthOfYear(month), 1) / DAY;
}

/** The last day of a month. */
export function lastOf(month: number): number {
  return firstOf(month + 1) - 1;
}

/** The day of the week: 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The weeks of a month; null where a day of another month would stand. `first` is the weekday that weeks begin with. */
export function weeksOf(month: number, first: number): (number | null)[][] {
  const [begin, end] = [firstOf(month), lastOf(month)];
  const start = begin - ((weekdayOf(begin) - first + 7) % 7);
  const weeks = Math.ceil((end - start + 1) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, n) => start + week * 7 + n).map((day) => (day < begin || day > end ? null : day)),
  );
}

/** The same day of another month, or that month's last where it has fewer days. */
export function monthsAway(day: number, months: number): number {
  const month = monthOf(day);
  return Math.min(firstOf(month + months) + day - firstOf(month), lastOf(month + months));
}

/** Where a key leads from a day; null for every other key. `shift` turns months into years. */
export function dayAfterKey(day: number, key: string, shift: boolean, first: number, isRtl: boolean): number | null {
  const onward = isRtl ? -1 : 1;
  const inWeek = (weekdayOf(day) - first + 7) % 7;
  if (key === "ArrowLeft") return day - onward;
  if (key === "ArrowRight") return day + onward;
  if (key === "ArrowUp") return day - 7;
  if (key === "ArrowDown") return day + 7;
  if (key === "Home") return day - inWeek;
  if (key === "End") return day + 6 - inWeek;
  if (key === "PageUp") return monthsAway(day, shift ? -12 : -1);
  if (key === "PageDown") return monthsAway(day, shift ? 12 : 1);
  return null;
}

/** How much was said on a day: 0 nothing, then 1 to 4 up to the busiest day; each step is as much more as the one before. */
export function busyness(messages: number, most: number): number {
  if (messages <= 0) return 0;
  return Math.min(4, 1 + Math.floor((3.999 * Math.log(messages)) / Math.max(Math.log(most), Math.LN2)));
}

/** The weekday that weeks begin with where a language is spoken: 0 is Sunday; Monday where it is not known. */
export function firstWeekday(locale: string): number {
  const known: Intl.Locale & { getWeekInfo?: () => { firstDay?: number }; weekInfo?: { firstDay?: number } } = new Intl.Locale(locale);
  const info = known.getWeekInfo?.() ?? known.weekInfo;
  return (info?.firstDay ?? 1) % 7;
}
