import type { RecordCauses } from '@nhip/contracts';

/** Causes of weak results that come with the product: those of the published rounds first, then usual ones. */
export const readyCauses: RecordCauses['causes'] = [
  {
    code: 'leadership',
    names: { vi: 'Người đứng đầu chưa quan tâm đúng mức', en: 'The head pays too little attention' },
    citation: 'Sa Đéc, 23/8/2022',
  },
  {
    code: 'no-urging',
    names: { vi: 'Thiếu kiểm tra, đôn đốc', en: 'Lack of inspection and urging' },
    citation: 'Sa Đéc, 23/8/2022',
  },
  {
    code: 'no-guidance',
    names: {
      vi: 'Cán bộ một cửa chưa hướng dẫn người dân',
      en: 'One-stop staff do not guide the people',
    },
    citation: 'Sa Đéc, 23/8/2022',
  },
  {
    code: 'weak-it-skill',
    names: { vi: 'Kỹ năng công nghệ thông tin hạn chế', en: 'Weak IT skill' },
    citation: 'Sa Đéc, 23/8/2022',
  },
  {
    code: 'staff-shortage',
    names: { vi: 'Thiếu nhân lực, thay đổi nhân sự', en: 'Too few or changing staff' },
  },
  {
    code: 'equipment',
    names: { vi: 'Thiếu trang thiết bị, đường truyền', en: 'Lack of equipment or network' },
  },
  {
    code: 'software',
    names: { vi: 'Phần mềm lỗi hoặc chưa liên thông', en: 'Faulty or unconnected software' },
  },
  { code: 'procedure', names: { vi: 'Quy trình nội bộ chưa phù hợp', en: 'Unfit internal procedure' } },
  {
    code: 'coordination',
    names: { vi: 'Phối hợp giữa các đơn vị chưa tốt', en: 'Poor coordination between units' },
  },
  { code: 'little-demand', names: { vi: 'Ít phát sinh nhu cầu của người dân', en: 'Little demand' } },
  { code: 'figures-wrong', names: { vi: 'Số liệu chưa chính xác', en: 'The figures are not right' } },
  {
    code: 'other',
    names: { vi: 'Nguyên nhân khác (nêu rõ trong nội dung)', en: 'Other (say which in the text)' },
  },
];
