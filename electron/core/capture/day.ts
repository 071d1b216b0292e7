const pad = (value: number): string => String(value).padStart(2, '0');

/** `YYYY-MM-DD` of a day that exists, between 1500 and 2200; otherwise null. */
export function dayText(year: number, month: number, day: number): string | null {
  if (year < 1500 || year > 2200 || month < 1 || month > 12 || day < 1) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= last ? `${String(year)}-${pad(month)}-${pad(day)}` : null;
}
