const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const TYPED_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** The zone in which every date and time is shown. */
export const displayZone = 'Asia/Ho_Chi_Minh';

/** `2022-10-17` → `17/10/2022`, in both languages. */
export function formatDay(day: string): string {
  const match = DAY.exec(day);
  if (!match) throw new RangeError(`not a day: ${day}`);
  return `${match[3]}/${match[2]}/${match[1]}`;
}

/** An ISO instant → `11/10/2022 14:00` in the zone. */
export function formatInstant(at: string, zone: string = displayZone): string {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${at}`);
  const parts = new Map(
    clock(zone)
      .formatToParts(ms)
      .map((part) => [part.type, part.value]),
  );
  return `${parts.get('day')}/${parts.get('month')}/${parts.get('year')} ${parts.get('hour')}:${parts.get('minute')}`;
}

/** `17/10/2022`, `17-10-2022`, `17.10.2022` or `2022-10-17` → `2022-10-17`; undefined for no day (31/2). */
export function parseDayInput(text: string): string | undefined {
  const trimmed = text.trim();
  const typed = TYPED_DAY.exec(trimmed);
  const [year, month, day] = typed
    ? [Number(typed[3]), Number(typed[2]), Number(typed[1])]
    : trimmed.split('-').map(Number);
  if (!typed && !DAY.test(trimmed)) return undefined;
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (day < 1 || day > (lengths[month - 1] ?? 0)) return undefined;
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join(
    '-',
  );
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(zone, made);
  return made;
}
