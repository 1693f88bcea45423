import { z } from 'zod';
import type { ErrorText } from './errors.js';
import { day, listQuery, names, pageOf, reason, uuid } from './lists.js';
import { permissionNames, roleName, type RoleName } from './roles.js';
import { shortCode } from './organisation.js';

export const language = z.enum(['vi', 'en']);

/** Kept in lower case; a work address is a good one. */
export const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,62}[a-z0-9]$/);
export const fullName = z.string().trim().min(2).max(120);
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 .-]{6,18}[0-9]$/);

export const PASSWORD_MIN = 8;
/** What the forms recommend. */
export const PASSWORD_RECOMMENDED = 15;
export const PASSWORD_MAX = 128;
/** Length only; the commonest passwords and the user name are refused by the use case. No other rules. */
export const newPassword = z.string().min(PASSWORD_MIN).max(PASSWORD_MAX);

/** Roles that are nothing without a unit; the others reach the whole administration where none is given. */
export const unitRoles = ['unit-leader', 'unit-officer'] as const satisfies readonly RoleName[];

export const signInCommand = z.strictObject({
  userName: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
});
export type SignInCommand = z.infer<typeof signInCommand>;

export const switchRoleCommand = z.strictObject({ assignmentId: uuid });
export type SwitchRoleCommand = z.infer<typeof switchRoleCommand>;

export const changePasswordCommand = z.strictObject({
  currentPassword: z.string().min(1).max(1000),
  newPassword,
});
export type ChangePasswordCommand = z.infer<typeof changePasswordCommand>;

/** One's own settings: the language one is written to in, and whether there is mail at all. */
export const changeSettingsCommand = z.strictObject({
  language: language.optional(),
  mailOn: z.boolean().optional(),
});
export type ChangeSettingsCommand = z.infer<typeof changeSettingsCommand>;

export const setUpCommand = z.strictObject({
  /** From the one-time link. */
  token: z.string().min(20).max(100),
  administration: z.strictObject({ code: shortCode, names }),
  account: z.strictObject({ userName, fullName, password: newPassword, language: language.default('vi') }),
});
export type SetUpCommand = z.infer<typeof setUpCommand>;

export const newRole = z
  .strictObject({
    role: roleName,
    /** The role reaches this unit and all below it; without it the whole administration. */
    unitCode: shortCode.nullish(),
    /** First day; today by business time. */
    from: day.optional(),
    /** First day on which the role no longer holds. */
    to: day.nullish(),
  })
  .refine((value) => value.unitCode != null || !(unitRoles as readonly RoleName[]).includes(value.role), {
    path: ['unitCode'],
    message: 'ROLE_NEEDS_UNIT',
  });
export type NewRole = z.infer<typeof newRole>;

export const newAccount = z.strictObject({
  userName,
  fullName,
  email: z.email().max(200).nullish(),
  phone: phone.nullish(),
  language: language.default('vi'),
  roles: z.array(newRole).min(1).max(20),
});
export type NewAccount = z.infer<typeof newAccount>;

export const createAccountsCommand = z.strictObject({
  accounts: z.array(newAccount).min(1).max(500),
  reason: reason.optional(),
});
export type CreateAccountsCommand = z.infer<typeof createAccountsCommand>;

/** `initialPassword` is shown once and stored nowhere: missing when the command is repeated. */
export const createdAccount = z.object({
  id: uuid,
  userName: z.string(),
  initialPassword: z.string().optional(),
});
export type CreatedAccount = z.infer<typeof createdAccount>;
export const createdAccounts = z.object({ accounts: z.array(createdAccount) });

/** What is left out stays as it is; `null` empties. */
export const changeAccountCommand = z.strictObject({
  fullName: fullName.optional(),
  email: z.email().max(200).nullish(),
  phone: phone.nullish(),
  language: language.optional(),
  reason: reason.optional(),
});
export type ChangeAccountCommand = z.infer<typeof changeAccountCommand>;

export const passwordReset = z.object({ revision: z.number().int(), initialPassword: z.string().optional() });
export const accountReasonCommand = z.strictObject({ reason });
export const assignRoleCommand = z.strictObject({ ...newRole.shape, reason: reason.optional() });
export type AssignRoleCommand = z.infer<typeof assignRoleCommand>;
export const withdrawRoleCommand = z.strictObject({ assignmentId: uuid, reason });
export type WithdrawRoleCommand = z.infer<typeof withdrawRoleCommand>;

const namedUnit = z.object({ id: uuid, names });
export const roleAssignmentView = z.object({
  id: uuid,
  role: roleName,
  unit: namedUnit.nullable(),
  validFrom: day,
  validTo: day.nullable(),
  /** Whether it holds today by business time. */
  current: z.boolean(),
});
export type RoleAssignmentView = z.infer<typeof roleAssignmentView>;

export const accountView = z.object({
  id: uuid,
  revision: z.number().int(),
  userName: z.string(),
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  language,
  mustChangePassword: z.boolean(),
  disabledAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime().nullable(),
  /** In the reader's administration. */
  roles: z.array(roleAssignmentView),
});
export type AccountView = z.infer<typeof accountView>;
export const accountPage = pageOf(accountView);

export const accountSortNames = ['userName', 'fullName', 'createdAt', 'lastSeenAt'] as const;
export const listAccountsQuery = listQuery.extend({
  sort: z.enum(accountSortNames).default('userName'),
  role: roleName.optional(),
  /** Roles for this unit or one below it. */
  unitId: uuid.optional(),
  state: z.enum(['enabled', 'disabled']).optional(),
});
export type ListAccountsQuery = z.infer<typeof listAccountsQuery>;

const myAssignment = z.object({
  id: uuid,
  role: roleName,
  administration: z.object({ id: uuid, code: z.string(), names }),
  unit: namedUnit.nullable(),
});
/** Who is signed in, as what, and what that role may do. */
export const me = z.object({
  account: z.object({
    id: uuid,
    userName: z.string(),
    fullName: z.string(),
    language,
    email: z.string().nullable(),
    /** Whether the person wants mail. */
    mailOn: z.boolean(),
    mustChangePassword: z.boolean(),
  }),
  assignments: z.array(myAssignment),
  current: myAssignment.extend({ assignmentId: uuid }),
  permissions: z.array(z.enum(permissionNames as [string, ...string[]])),
  /** Business time. */
  now: z.iso.datetime(),
  /** Only in a sample installation. */
  demoClock: z.object({ at: z.iso.datetime(), target: z.iso.datetime() }).nullable(),
});
export type Me = z.infer<typeof me>;

/** Headings of the columns of an import file: the first is written in the template, all are understood. */
export const accountColumns = {
  userName: { required: true, headings: ['Tên đăng nhập', 'User name'] },
  fullName: { required: true, headings: ['Họ và tên', 'Họ tên', 'Full name'] },
  email: { required: false, headings: ['Thư điện tử', 'Email', 'E-mail'] },
  phone: { required: false, headings: ['Số điện thoại', 'Điện thoại', 'Phone'] },
  role: { required: true, headings: ['Vai trò', 'Role'] },
  unitCode: { required: false, headings: ['Mã đơn vị', 'Unit code'] },
} as const;

export const peopleErrors = {
  PASSWORD_WRONG: {
    status: 422,
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The current password is not right.',
  },
  PASSWORD_TOO_SHORT: {
    status: 422,
    vi: 'Mật khẩu phải có ít nhất {min} ký tự; nên dùng một câu dài dễ nhớ.',
    en: 'The password needs at least {min} characters; a long phrase is best.',
  },
  PASSWORD_TOO_LONG: {
    status: 422,
    vi: 'Mật khẩu dài quá {max} ký tự. Rút ngắn lại.',
    en: 'The password is longer than {max} characters. Shorten it.',
  },
  PASSWORD_COMMON: {
    status: 422,
    vi: 'Mật khẩu này quá phổ biến, dễ bị đoán. Chọn mật khẩu khác, ví dụ một câu dài.',
    en: 'This password is too common and easily guessed. Choose another, such as a long phrase.',
  },
  PASSWORD_HAS_USER_NAME: {
    status: 422,
    vi: 'Mật khẩu không được chứa tên đăng nhập. Chọn mật khẩu khác.',
    en: 'The password must not contain the user name. Choose another.',
  },
  PASSWORD_UNCHANGED: {
    status: 422,
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password must differ from the present one.',
  },
  PASSWORD_MUST_CHANGE: {
    status: 403,
    vi: 'Đây là mật khẩu cấp lần đầu. Đổi mật khẩu trước khi làm việc khác.',
    en: 'This is an initial password. Change it before doing anything else.',
  },
  USER_NAME_TAKEN: {
    status: 409,
    vi: 'Tên đăng nhập “{userName}” đã có người dùng. Chọn tên khác.',
    en: 'The user name “{userName}” is taken. Choose another.',
  },
  USER_NAME_TWICE: {
    status: 422,
    vi: 'Tên đăng nhập “{userName}” có hai lần trong danh sách với thông tin khác nhau. Mỗi người một tên.',
    en: 'The user name “{userName}” stands in the list twice with different details. One name for each person.',
  },
  ROLE_NONE: {
    status: 403,
    vi: 'Tài khoản này hiện không có vai trò nào. Liên hệ quản trị viên để được giao vai trò.',
    en: 'This account holds no role at present. Ask an administrator for one.',
  },
  ROLE_NEEDS_UNIT: {
    status: 422,
    vi: 'Vai trò này phải gắn với một đơn vị. Chọn đơn vị.',
    en: 'This role belongs to a unit. Choose the unit.',
  },
  ROLE_PERIOD: {
    status: 422,
    vi: 'Ngày kết thúc vai trò ({to}) phải sau ngày bắt đầu ({from}).',
    en: 'The role must end ({to}) after it begins ({from}).',
  },
  ROLE_HELD_ALREADY: {
    status: 409,
    vi: 'Người này đã có vai trò đó ở đơn vị này trong thời gian đó.',
    en: 'This person has that role for that unit at that time already.',
  },
  ROLE_ENDED: {
    status: 409,
    vi: 'Vai trò này đã kết thúc.',
    en: 'This role has ended already.',
  },
  ACCOUNT_DISABLED_ALREADY: {
    status: 409,
    vi: 'Tài khoản này đã bị khóa.',
    en: 'This account is disabled already.',
  },
  ACCOUNT_ENABLED_ALREADY: {
    status: 409,
    vi: 'Tài khoản này đang hoạt động.',
    en: 'This account is enabled already.',
  },
  OWN_ACCOUNT: {
    status: 409,
    vi: 'Không thể tự làm việc này với tài khoản của chính mình. Nhờ quản trị viên khác.',
    en: 'You cannot do this to your own account. Ask another administrator.',
  },
  ACCOUNT_OF_OTHERS_TOO: {
    status: 409,
    vi: 'Tài khoản này còn có vai trò ở nơi khác ngoài phạm vi quản trị của bạn, nên không thể đổi thông tin, đặt lại mật khẩu hay khóa, mở khóa tại đây. Liên hệ quản trị viên nơi đó để thu hồi vai trò trước; nếu chỉ cần ngừng quyền ở đây, hãy thu hồi vai trò ở đây.',
    en: 'This account also has roles outside your administration, so its details, password and access cannot be changed here. Ask the administrator there to withdraw those roles first; to end its access here only, withdraw its roles here.',
  },
  LAST_ADMINISTRATOR: {
    status: 409,
    vi: 'Đây là quản trị viên cuối cùng. Giao vai trò quản trị cho người khác trước.',
    en: 'This is the last administrator. Give the role to somebody else first.',
  },
  SETUP_LINK_INVALID: {
    status: 403,
    vi: 'Liên kết cài đặt đã dùng, đã hết hạn hoặc không đúng. Tạo liên kết mới trên máy chủ.',
    en: 'The set-up link was used, has expired or is not right. Make a new one on the server.',
  },
  SETUP_DONE: {
    status: 409,
    vi: 'Hệ thống đã có tài khoản. Đăng nhập, hoặc nhờ quản trị viên cấp tài khoản.',
    en: 'There are accounts already. Sign in, or ask an administrator for an account.',
  },
  ROW_USER_NAME: {
    status: 422,
    vi: 'Tên đăng nhập “{value}” chưa đúng. Dùng 3–64 chữ thường không dấu, số, dấu chấm, @; ví dụ nguyen.van.an.',
    en: 'The user name “{value}” is not right. Use 3–64 small letters without marks, digits, points, @, such as nguyen.van.an.',
  },
  ROW_FULL_NAME: {
    status: 422,
    vi: 'Họ và tên “{value}” chưa đúng. Ghi đủ họ và tên, từ 2 đến 120 ký tự.',
    en: 'The name “{value}” is not right. Give the full name, 2 to 120 characters.',
  },
  ROW_EMAIL: {
    status: 422,
    vi: '“{value}” không phải là địa chỉ thư điện tử. Ví dụ đúng: an@bacninh.gov.vn.',
    en: '“{value}” is not an e-mail address. A right one is an@bacninh.gov.vn.',
  },
  ROW_PHONE: {
    status: 422,
    vi: '“{value}” không phải là số điện thoại. Ví dụ đúng: 0912 345 678.',
    en: '“{value}” is not a phone number. A right one is 0912 345 678.',
  },
  ROW_ROLE: {
    status: 422,
    vi: 'Không có vai trò “{value}”. Dùng một trong: {allowed}.',
    en: 'There is no role “{value}”. Use one of: {allowed}.',
  },
} as const satisfies Record<string, ErrorText>;
