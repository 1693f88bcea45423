import { z } from 'zod';
import type { ErrorText } from './errors.js';

/** Business time of a sample installation: it stands at `at` and moves towards `target`. */
export const demoClockView = z.object({ at: z.iso.datetime(), target: z.iso.datetime() });
export type DemoClockView = z.infer<typeof demoClockView>;

/** Without `to`: on to the next deadline. */
export const moveDemoClock = z.strictObject({ to: z.iso.datetime().optional() });
export type MoveDemoClock = z.infer<typeof moveDemoClock>;

export const demoClockErrors = {
  DEMO_CLOCK_MISSING: {
    status: 409,
    vi: 'Đây không phải bản dữ liệu mẫu nên đồng hồ không dời được.',
    en: 'This is no sample installation, so its clock cannot be moved.',
  },
  DEMO_CLOCK_NOTHING_DUE: {
    status: 409,
    vi: 'Không còn mốc thời hạn nào phía trước. Chọn một ngày cụ thể.',
    en: 'No deadline lies ahead. Choose a date.',
  },
  DEMO_CLOCK_BACKWARDS: {
    status: 422,
    vi: 'Đồng hồ mẫu chỉ đi tới. Chọn thời điểm sau {at}.',
    en: 'The demo clock only goes forward. Choose a moment after {at}.',
  },
} as const satisfies Record<string, ErrorText>;
