/** What the checker of published figures says beyond the detective's sentences, with arithmetic a reader can redo. */
export const publishedFlagTexts = {
  VALUE_NOT_REPRODUCED: {
    vi: '{element}: công bố {printed}, nhưng {arithmetic} = {exact}; không tái lập được bằng cách làm tròn nào.',
    en: '{element}: printed {printed}, but {arithmetic} = {exact}; no rounding reproduces it.',
  },
  VALUE_ROUND_MODE: {
    vi: '{element}: {arithmetic} = {exact}; làm tròn ra {halfUp}, cắt bỏ ra {truncated}, công bố {printed} (quy định {declared}).',
    en: '{element}: {arithmetic} = {exact}; rounded {halfUp}, truncated {truncated}, printed {printed} ({declared} is laid down).',
  },
  IMPLIED_NUMERATOR: {
    vi: '{element}: tử số không công bố; {printed} trên {denominator}. {range}',
    en: '{element}: the numerator is not published; {printed} of {denominator}. {range}',
  },
  IMPLIED_WHOLE: {
    vi: '{element}: mẫu số không công bố; {numerator} ra {printed}. {range}',
    en: '{element}: the denominator is not published; {numerator} makes {printed}. {range}',
  },
  IMPLIED_PART: {
    vi: '{element}: chưa công bố “{part}”; tổng {printed} trừ các phần đã biết ({known}) thì phần này {range}.',
    en: '{element}: “{part}” is not published; {printed} less the known parts ({known}) makes it {range}.',
  },
  RANK_NOT_REPRODUCED: {
    vi: '{element}: công bố hạng {printed}, nhưng có {above} trong {others} đơn vị khác tốt hơn {own}, nên hạng là {exact}.',
    en: '{element}: rank {printed} is printed, but {above} of {others} other units are better than {own}, which makes rank {exact}.',
  },
  RANK_TIED: {
    vi: '{element}: có {tied} đơn vị khác cùng giá trị {own} (đồng hạng {exact}); thứ tự giữa các đơn vị này cần tiêu chí phụ.',
    en: '{element}: other units with the same value {own}: {tied} (tied at {exact}); their order needs a tie-break.',
  },
  RANK_ON_ROUNDED: {
    vi: '{element}: xếp theo giá trị chính xác được hạng {exact}, xếp theo số đã làm tròn được {halfUp}, đã cắt bỏ được {truncated}; phải quy định xếp trên số nào.',
    en: '{element}: ranked on exact values it is {exact}, on rounded ones {halfUp}, on truncated ones {truncated}; which of them decides must be laid down.',
  },
  RANK_OF_UNKNOWN: {
    vi: '{element}: nêu hạng {printed} nhưng không nêu trong bao nhiêu đơn vị.',
    en: '{element}: rank {printed} is given without saying of how many.',
  },
  RANK_COUNT_DIFFERS: {
    vi: '{element}: công bố hạng {printed} trên {of} đơn vị, nhưng có giá trị của {count} đơn vị ({others} đơn vị khác và chính đơn vị này).',
    en: '{element}: rank {printed} of {of} is printed, but values of {count} units are given ({others} others and its own).',
  },
  RANK_BEFORE: {
    vi: '{element}: hạng {printed}, thay đổi {places} bậc, nên kỳ trước xếp hạng {before}.',
    en: '{element}: rank {printed}, {places} places, so it was {before} the time before.',
  },
  RANK_BEFORE_IMPOSSIBLE: {
    vi: '{element}: hạng {printed} và thay đổi {places} bậc không thể cùng đúng.',
    en: '{element}: rank {printed} and a move of {places} places cannot both be true.',
  },
  BALANCE_NEGATIVE: {
    vi: '{element}: {opening} + {received} − {resolved} = {closing}, tồn cuối kỳ không thể âm.',
    en: '{element}: {opening} + {received} − {resolved} = {closing}; a stock cannot be below zero.',
  },
  BALANCE_IMPLIED: {
    vi: '{element}: chưa công bố {missing}; {arithmetic} = {implied}.',
    en: '{element}: {missing} is not published; {arithmetic} = {implied}.',
  },
  ORDER_BROKEN: {
    vi: '{element}: {left} ({leftName}) phải không lớn hơn {right} ({rightName}), nhưng lớn hơn {residual}.',
    en: '{element}: {left} ({leftName}) should not be more than {right} ({rightName}), but it is by {residual}.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type PublishedFlagCode = keyof typeof publishedFlagTexts;

/** Words of readings, ranges and the result as a whole. */
export const publishedWords = {
  reading: {
    vi: '{arithmetic} = {exact}; làm tròn {halfUp}, cắt bỏ {truncated}; công bố {printed}: {verdict}.',
    en: '{arithmetic} = {exact}; rounded {halfUp}, truncated {truncated}; printed {printed}: {verdict}.',
  },
  plain: {
    vi: '{arithmetic} = {exact}; công bố {printed}: {verdict}.',
    en: '{arithmetic} = {exact}; printed {printed}: {verdict}.',
  },
  rank: {
    vi: 'Có {above} trong {others} đơn vị khác tốt hơn {own} nên hạng {exact}; công bố {printed}: {verdict}.',
    en: '{above} of {others} other units are better than {own}, so rank {exact}; printed {printed}: {verdict}.',
  },
  order: { vi: '{arithmetic}: {verdict}.', en: '{arithmetic}: {verdict}.' },
  both: { vi: 'khớp, làm tròn hay cắt bỏ đều ra', en: 'it comes out by rounding and by truncation' },
  'half-up-only': { vi: 'chỉ khớp khi làm tròn', en: 'it comes out by rounding only' },
  'truncation-only': { vi: 'chỉ khớp khi cắt bỏ', en: 'it comes out by truncation only' },
  neither: { vi: 'không khớp, lệch {residual}', en: 'it does not come out, off by {residual}' },
  undecidable: { vi: 'chưa đủ số để kết luận', en: 'too little is known to decide' },
  fits: { vi: 'khớp', en: 'it comes out' },
  holds: { vi: 'đúng', en: 'true' },
  broken: { vi: 'sai', en: 'not true' },
  between: { vi: 'từ {from} đến {to}', en: '{from} to {to}' },
  exactly: { vi: 'đúng bằng {from}', en: 'exactly {from}' },
  atLeast: { vi: 'từ {from} trở lên', en: '{from} or more' },
  atMost: { vi: 'từ {to} trở xuống', en: '{to} or less' },
  any: { vi: 'không giới hạn', en: 'anything' },
  none: { vi: 'không có số nào', en: 'no number' },
  implied: {
    vi: '{part}: nếu làm tròn thì {halfUp}; nếu cắt bỏ thì {truncated}; theo cả hai cách: {both}.',
    en: '{part}: by rounding {halfUp}; by truncation {truncated}; under both: {both}.',
  },
  impliedOwn: { vi: '{part}: {both} (với {dp} số lẻ).', en: '{part}: {both} (with {dp} d.p.).' },
  impliedExactly: { vi: '{part}: {both}.', en: '{part}: {both}.' },
  summaryOne: { vi: 'Khớp với “{name}”: {verdict}.', en: 'Reproduced with “{name}”: {verdict}.' },
  summaryMany: {
    vi: 'Có {count} cách hiểu khớp: {list}.',
    en: '{count} readings reproduce it: {list}.',
  },
  summaryNone: {
    vi: 'Không cách hiểu nào cho ra {printed}; gần nhất là “{name}”: {exact}, lệch {residual}.',
    en: 'No reading gives {printed}; the nearest is “{name}”: {exact}, off by {residual}.',
  },
  summaryUnknown: {
    vi: 'Thiếu phần để tính lại {printed}; xem khoảng giá trị suy ra được.',
    en: 'Parts are missing to recompute {printed}; see what follows for them.',
  },
  summaryImpossible: {
    vi: 'Không số nào cho ra {printed}, làm tròn hay cắt bỏ: có số đã cho chưa đúng.',
    en: 'No number gives {printed}, by rounding or by truncation: a figure given is not right.',
  },
  summaryNothing: {
    vi: 'Chưa đủ số để đối chiếu.',
    en: 'Too little is given to hold the figures against each other.',
  },
  summaryAlone: {
    vi: 'Chỉ có {printed}, không có phần nào để tính lại.',
    en: 'Only {printed} is given, without any part to recompute it.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

/** Names of what was asked about, where the question names nothing. */
export const publishedNames = {
  percentage: { vi: 'Tỷ lệ công bố', en: 'Published rate' },
  score: { vi: 'Điểm công bố', en: 'Published score' },
  rank: { vi: 'Hạng công bố', en: 'Published rank' },
  total: { vi: 'Tổng công bố', en: 'Published total' },
  growth: { vi: 'Mức tăng công bố', en: 'Published growth' },
  average: { vi: 'Bình quân ngày công bố', en: 'Published daily average' },
  balance: { vi: 'Tồn cuối kỳ', en: 'Closing stock' },
  order: { vi: 'Thứ tự các số công bố', en: 'Order of the published figures' },
  numerator: { vi: 'Tử số', en: 'Numerator' },
  denominator: { vi: 'Mẫu số', en: 'Denominator' },
  base: { vi: 'Số gốc', en: 'Base' },
  days: { vi: 'Số ngày', en: 'Days' },
  part: { vi: 'Phần chưa công bố', en: 'The part not published' },
  own: { vi: 'Giá trị của đơn vị', en: "The unit's value" },
  opening: { vi: 'Tồn kỳ trước', en: 'Opening stock' },
  closing: { vi: 'Tồn cuối kỳ', en: 'Closing stock' },
  sum: { vi: 'Tổng các phần', en: 'Sum of the parts' },
  ranked: { vi: 'Xếp lại hạng', en: 'Ranked again' },
  wholeTotal: { vi: 'Tổng', en: 'Total' },
  givenDays: { vi: 'số ngày đã cho', en: 'the days given' },
  workingDays: { vi: 'ngày làm việc', en: 'working days' },
  calendarDays: { vi: 'ngày theo lịch', en: 'calendar days' },
  timesTo: { vi: 'gấp {printed} lần “{base}”', en: '{printed} times “{base}”' },
  timesBy: { vi: 'tăng thêm {printed} lần “{base}”', en: '{printed} times more than “{base}”' },
  percentTo: { vi: 'bằng {printed} % của “{base}”', en: '{printed} % of “{base}”' },
  percentBy: { vi: 'tăng thêm {printed} % so với “{base}”', en: '{printed} % more than “{base}”' },
  baseTo: { vi: 'Số gốc, nếu “gấp {printed}”', en: 'Base, if “{printed} times as much”' },
  baseBy: { vi: 'Số gốc, nếu “tăng thêm {printed}”', en: 'Base, if “{printed} more”' },
  impliedDays: { vi: 'Số ngày ứng với “{total}”', en: 'Days for “{total}”' },
  count: { vi: 'số lượng', en: 'a count' },
  rate: { vi: 'tỷ lệ', en: 'a rate' },
  best: { vi: 'cao nhất', en: 'highest' },
  worst: { vi: 'thấp nhất', en: 'lowest' },
  'at-least': { vi: 'ít nhất', en: 'at least' },
  'at-most': { vi: 'nhiều nhất', en: 'at most' },
  about: { vi: 'khoảng', en: 'about' },
  'half-up': { vi: 'làm tròn', en: 'rounding' },
  truncate: { vi: 'cắt bỏ', en: 'truncation' },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
