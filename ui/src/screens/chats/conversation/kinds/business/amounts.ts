// Amounts of money as a language writes them.

/** Thousandths of a currency's unit. A currency that nobody knows stands as the source wrote it. */
export function amount(thousandths: number, currency: string | null, locale: string): string {
  const units = thousandths / 1000;
  const code = currency?.trim().toUpperCase() ?? "";
  if (/^[A-Z]{3}$/.test(code)) return new Intl.NumberFormat(locale, { style: "currency", currency: code }).format(units);
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 3 }).format(units);
  return currency?.trim() ? `${plain} ${currency.trim()}` : plain;
}
