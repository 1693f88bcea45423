import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { describeNotice, formatInstant, type NoticeItem } from '@nhip/contracts';
import { useGetList } from 'ra-core';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useLanguage } from '../../i18n/use-text.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';

/** The newest notices not read yet, each leading to where it is settled. */
export function UnreadNotices({ empty }: { empty: ReactNode }) {
  const language = useLanguage();
  const { data, error, isPending } = useGetList<NoticeItem>('notices', {
    pagination: { page: 1, perPage: 6 },
    filter: { unread: true },
  });
  if (error) {
    return (
      <Box sx={{ px: 2, py: 1 }}>
        <ProblemAlert problem={error} />
      </Box>
    );
  }
  if (isPending) return <Skeleton variant="text" height={48} sx={{ mx: 2 }} />;
  if (data.length === 0) return empty;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {data.map((notice) => (
        <Box component="li" key={notice.id} sx={row}>
          <Box
            component={Link}
            to={notice.link ?? '/notices'}
            sx={{ display: 'block', color: 'text.primary' }}
          >
            {describeNotice(notice, language)}
          </Box>
          <Box component="time" dateTime={notice.at} sx={{ color: 'text.secondary', fontSize: 13 }}>
            {formatInstant(notice.at)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

const row = {
  px: 2,
  py: 1,
  '& + &': { borderTop: 1, borderColor: 'divider' },
  '& a': { textDecoration: 'none' },
  '& a:hover': { textDecoration: 'underline' },
} as const;
