/** What the figure detective says, one sentence each, with the arithmetic a reader can redo. */
export const findingTexts = {
  PARTS_GAP: {
    vi: '{check}: {left} so với {right}, chênh {residual}; có thể là “{meaning}”.',
    en: '{check}: {left} against {right}, a gap of {residual}; it may be “{meaning}”.',
  },
  PARTS_GAP_UNNAMED: {
    vi: '{check}: {left} so với {right}, chênh {residual} chưa rõ là gì.',
    en: '{check}: {left} against {right}, a gap of {residual} that nobody has named.',
  },
  BALANCE: {
    vi: '{check}: tính ra {left}, báo cáo {right}, lệch {residual}.',
    en: '{check}: {left} by calculation, {right} as reported, a difference of {residual}.',
  },
  BALANCE_UNKNOWN: {
    vi: '{check}: chưa có {missing}, nên chưa đối chiếu được; các số đã có cho ra {implied}.',
    en: '{check}: {missing} is not given, so it cannot be checked; what is given makes {implied}.',
  },
  ORDER: {
    vi: '{check}: {left} phải {comparison} {right}, nhưng lệch {residual}.',
    en: '{check}: {left} should be {comparison} {right}; it is off by {residual}.',
  },
  SOURCE_CONFLICT: {
    vi: '{check}: hai nguồn lệch nhau, {left} so với {right} (chênh {residual}).',
    en: '{check}: two sources disagree, {left} against {right} (difference {residual}).',
  },
  PART_OVER_WHOLE: {
    vi: '{indicator}: tử số {numerator} lớn hơn mẫu số {denominator}.',
    en: '{indicator}: the numerator {numerator} is more than the denominator {denominator}.',
  },
  PCT_NOT_REPRODUCED: {
    vi: '{element}: công bố {printed} %, nhưng {numerator} ÷ {denominator} = {exact} %; không tái lập được bằng cách làm tròn nào.',
    en: '{element}: printed {printed} %, but {numerator} ÷ {denominator} = {exact} %; no rounding reproduces it.',
  },
  PCT_ROUND_MODE: {
    vi: '{element}: {numerator} ÷ {denominator} = {exact} %; làm tròn ra {halfUp} %, cắt bỏ ra {truncated} %, công bố {printed} % (bộ tiêu chí quy định {declared}).',
    en: '{element}: {numerator} ÷ {denominator} = {exact} %; rounded {halfUp} %, truncated {truncated} %, printed {printed} % (the set declares {declared}).',
  },
  DENOMINATOR_DIFFERS: {
    vi: '{element}: tỷ lệ {printed} % chỉ đúng khi chia cho {used} ({denominator}), khác mẫu số quy định là {declared}.',
    en: '{element}: {printed} % comes out only over {used} ({denominator}); the declared denominator is {declared}.',
  },
  DENOMINATORS_DIFFER: {
    vi: 'Cùng chỉ số “{indicator}” nhưng các đơn vị dùng mẫu số khác nhau: {used}. Không so sánh được.',
    en: 'One indicator, “{indicator}”, but the units use different denominators: {used}. They do not compare.',
  },
  IMPLIED_DENOMINATOR: {
    vi: '{element}: {numerator} là {printed} %, mẫu số không công bố; làm tròn thì {halfUp}, cắt bỏ thì {truncated}.',
    en: '{element}: {numerator} is {printed} %, its denominator is not published; by rounding {halfUp}, by truncation {truncated}.',
  },
  RATE_WITHOUT_PARTS: {
    vi: '{element}: chỉ có tỷ lệ {value} %, không có tử số và mẫu số nên không kiểm tra lại được.',
    en: '{element}: only the rate {value} % is given; without its parts it cannot be checked.',
  },
  PERIOD_FUTURE: {
    vi: '{element}: kỳ số liệu đến {end}, chưa kết thúc khi chốt hoặc nhập số liệu ({asOf}).',
    en: '{element}: its period runs to {end} and was not over when the figure was cut or given ({asOf}).',
  },
  PERIOD_MISMATCH: {
    vi: '{element}: số liệu từ {start} đến {end}, còn kỳ báo cáo từ {cycleStart} đến {cycleEnd}.',
    en: '{element}: its figure covers {start} to {end}, the cycle {cycleStart} to {cycleEnd}.',
  },
  UNIT_MISMATCH: {
    vi: '{element}: văn bản gọi là “{called}” nhưng số liệu tính bằng {measure}.',
    en: '{element}: the text calls it a “{called}”, but it is counted in {measure}.',
  },
  TARGET_NOT_COMPARABLE: {
    vi: '{element}: {value} gộp chung, trong khi chỉ tiêu tách riêng: {targets}. Không kết luận được từng chỉ tiêu.',
    en: '{element}: {value} is one combined figure, the targets are apart: {targets}. They cannot be decided one by one.',
  },
  TARGET_UNQUANTIFIED: {
    vi: '{indicator}: chỉ tiêu “{target}” không có con số nên không kết luận được đạt hay chưa.',
    en: '{indicator}: the target “{target}” has no number, so nobody can say whether it is met.',
  },
  GROWTH_BASE_MISSING: {
    vi: '{element}: tăng {printed} lần so với {against} nhưng không công bố số gốc; “gấp {printed}” thì gốc khoảng {toFrom}–{toTo}, “thêm {printed}” thì {byFrom}–{byTo}.',
    en: '{element}: {printed} times against {against}, without the base; “{printed} times as much” means a base of {toFrom}–{toTo}, “{printed} times more” one of {byFrom}–{byTo}.',
  },
  AVG_IMPLAUSIBLE: {
    vi: '{element}: bình quân {printed} một ngày thì {total} ứng với {implied} ngày, trong khi kỳ có {days} ngày làm việc (bình quân đúng là {exact}).',
    en: '{element}: at {printed} a day, {total} makes {implied} days, but the period has {days} working days (the true average is {exact}).',
  },
  EXTREME_ANONYMOUS: {
    vi: '{element}: nêu mức {which} là {value} nhưng không nêu tên đơn vị.',
    en: '{element}: the {which} is given as {value} without naming the unit.',
  },
  ZERO_VS_MISSING: {
    vi: '{element}: chưa có dữ liệu; ô trống không được coi là 0. Nếu thật sự không có, chọn “không phát sinh” hoặc nhập 0.',
    en: '{element}: no data; a blank does not count as 0. If there was none, choose “nothing occurred” or type 0.',
  },
  TRUE_ZERO: {
    vi: '{element}: số không là số liệu thật, không phải chưa có dữ liệu.',
    en: '{element}: zero is a true figure here, not missing data.',
  },
  LOWER_BOUND: {
    vi: '{element}: “{text}” chỉ là mức chặn ({bound} {printed}), không phải số chính xác; tổng và tỷ lệ từ số này chỉ là gần đúng.',
    en: '{element}: “{text}” is only a bound ({bound} {printed}), not the figure; sums and rates made of it are approximate.',
  },
  MIXED_SEPARATORS: {
    vi: 'Trong cùng một báo cáo có cả “{point}” và “{comma}”: dấu thập phân dùng lẫn lộn.',
    en: 'One report holds both “{point}” and “{comma}”: its decimal signs are mixed.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
export type FindingCode = keyof typeof findingTexts;
