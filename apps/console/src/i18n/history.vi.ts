/** What happened, by the action of a history entry. One that is missing here shows its own name. */
export const historyVi = {
  'account.changed': 'Sửa thông tin tài khoản',
  'account.created': 'Tạo tài khoản',
  'account.disabled': 'Khóa tài khoản',
  'account.enabled': 'Mở lại tài khoản',
  'account.password-changed': 'Đổi mật khẩu',
  'account.password-reset': 'Cấp lại mật khẩu',
  'account.role-assigned': 'Giao vai trò',
  'account.role-withdrawn': 'Thôi vai trò',
  'account.sessions-ended': 'Kết thúc các phiên đang mở',
  'administration.created': 'Lập cơ quan',
  'peer-group.changed': 'Sửa khối',
  'peer-group.created': 'Lập khối',
  'procedure.issued': 'Ban hành quy trình',
  'unit.changed': 'Thay đổi đơn vị',
  'unit.created': 'Thêm đơn vị',
};
