export const vi = {
  name: 'Thông báo |||| Thông báo',
  purpose: 'Những việc vừa xảy ra liên quan đến bạn.',
  empty: 'Chưa có thông báo nào',
  emptyHint: 'Khi được giao việc, được hỏi hoặc sắp đến hạn, thông báo hiện ở đây.',
  all: 'Tất cả',
  unread: 'Chưa đọc',
  read: 'Đã đọc',
  markAllRead: 'Đánh dấu đã đọc tất cả',
  open: 'Mở',
  fields: { text: 'Nội dung', at: 'Thời gian', state: 'Tình trạng' },
};
