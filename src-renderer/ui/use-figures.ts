import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** How times, numbers and dollars are written in the window's language. */
export function useFigures() {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const whole = new Intl.NumberFormat(language);
    const dollars = (digits: number) =>
      new Intl.NumberFormat(language, { style: "currency", currency: "USD", maximumFractionDigits: digits });
    const fixed = (digits: number) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
    const [none, tenths, hundredths] = [fixed(0), fixed(1), fixed(2)];
    const [cents, fine] = [dollars(2), dollars(4)];
    const rough = new Intl.NumberFormat(language, { style: "currency", currency: "USD", maximumSignificantDigits: 2 });
    const clock = { hour: "2-digit", minute: "2-digit" } as const;
    const isToday = (at: number) => new Date(at).toDateString() === new Date().toDateString();
    const short = new Intl.DateTimeFormat(language, clock);
    const long = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", ...clock });
    const exact = { ...clock, second: "2-digit" } as const;
    const shortExact = new Intl.DateTimeFormat(language, exact);
    const longExact = new Intl.DateTimeFormat(language, { month: "short", day: "numeric", ...exact });
    return {
      number: (value: number) => whole.format(value),
      /** Milliseconds as seconds, without a unit. */
      seconds: (ms: number, digits: 1 | 2 = 1) => (digits === 1 ? tenths : hundredths).format(ms / 1000),
      /** Small amounts keep four digits, else they would all be nothing. */
      money: (value: number) => (value !== 0 && value < 0.1 ? fine : cents).format(value),
      /** In two digits, where it is less than a dollar. */
      roughly: (value: number) => (value < 1 ? rough : cents).format(value),
      /** A local day, `YYYY-MM-DD`. */
      day: (iso: string) => date.format(new Date(`${iso}T00:00`)),
      /** Today: the time alone. `at` is milliseconds since 1970. */
      time: (at: number) => (isToday(at) ? short : long).format(at),
      /** As {@link time}, to the second. */
      clock: (at: number) => (isToday(at) ? shortExact : longExact).format(at),
      /** A number with one digit behind the point where it is less than ten. */
      rate: (value: number) => (value < 10 ? tenths : none).format(value),
    };
  }, [language]);
}
