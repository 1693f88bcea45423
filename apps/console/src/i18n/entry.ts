import type { Language } from '@nhip/contracts';

/** Words of the pages before the console; kept apart so that they load without it. */
const vi = {
  product: 'Nhịp',
  purpose: 'Rà soát, đánh giá và theo dõi thực hiện nhiệm vụ của cơ quan hành chính',
  loading: 'Đang tải…',
  signIn: {
    title: 'Đăng nhập',
    userName: 'Tên đăng nhập',
    password: 'Mật khẩu',
    submit: 'Đăng nhập',
    submitting: 'Đang đăng nhập…',
    show: 'Hiện mật khẩu',
    hide: 'Ẩn mật khẩu',
    blank: 'Nhập tên đăng nhập và mật khẩu.',
    help: 'Quên mật khẩu hoặc chưa có tài khoản: liên hệ quản trị viên của cơ quan.',
  },
  setUp: {
    title: 'Thiết lập lần đầu',
    purpose:
      'Đường dẫn này dùng một lần, để lập cơ quan và tài khoản quản trị đầu tiên. Sau đó quản trị viên tạo các tài khoản khác.',
    administrationName: 'Tên cơ quan, địa phương',
    administrationExample: 'Ví dụ: Ủy ban nhân dân thành phố Sa Đéc',
    administrationCode: 'Mã cơ quan',
    administrationCodeHelp: 'Chữ in hoa không dấu, số, dấu chấm, gạch ngang; ví dụ: SA-DEC',
    fullName: 'Họ và tên quản trị viên',
    userName: 'Tên đăng nhập',
    password: 'Mật khẩu',
    passwordHelp: 'Ít nhất 8 ký tự; nên từ 15 ký tự, ví dụ một câu dài dễ nhớ.',
    passwordAgain: 'Nhập lại mật khẩu',
    different: 'Hai lần nhập mật khẩu chưa giống nhau.',
    blank: 'Nhập đủ ô này.',
    submit: 'Thiết lập',
    submitting: 'Đang thiết lập…',
    missingToken: 'Đường dẫn thiếu mã thiết lập. Mở lại đúng đường dẫn đã in ra khi khởi động hệ thống.',
  },
  failed: {
    title: 'Chưa mở được trang',
    notLoaded: 'Chưa tải được giao diện. Kiểm tra kết nối mạng rồi thử lại; máy chủ có thể đang nâng cấp.',
    retry: 'Thử lại',
    requestId: 'Mã yêu cầu',
  },
};

const en = {
  product: 'Nhịp',
  purpose: 'Reviews, scores and follow-up of tasks in public administration',
  loading: 'Loading…',
  signIn: {
    title: 'Sign in',
    userName: 'User name',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in…',
    show: 'Show password',
    hide: 'Hide password',
    blank: 'Type your user name and password.',
    help: 'Forgotten your password, or no account yet: ask the administrator of your office.',
  },
  setUp: {
    title: 'First set-up',
    purpose:
      'This link works once. It creates the administration and its first administrator, who then creates the other accounts.',
    administrationName: 'Name of the administration',
    administrationExample: 'For example: Ủy ban nhân dân thành phố Sa Đéc',
    administrationCode: 'Code of the administration',
    administrationCodeHelp: 'Capital letters without marks, digits, points, hyphens; for example: SA-DEC',
    fullName: "Administrator's full name",
    userName: 'User name',
    password: 'Password',
    passwordHelp: 'At least 8 characters, better 15 or more: a long phrase that is easy to remember.',
    passwordAgain: 'Password again',
    different: 'The two passwords differ.',
    blank: 'Fill in this field.',
    submit: 'Set up',
    submitting: 'Setting up…',
    missingToken: 'The link lacks its set-up code. Open the exact link printed when the system started.',
  },
  failed: {
    title: 'The page could not be opened',
    notLoaded:
      'The console could not be loaded. Check the connection and try again; the server may be upgrading.',
    retry: 'Try again',
    requestId: 'Request id',
  },
} satisfies typeof vi;

export const entryTexts: Readonly<Record<Language, typeof vi>> = { vi, en };
