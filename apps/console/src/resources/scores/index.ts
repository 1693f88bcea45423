import LeaderboardOutlined from '@mui/icons-material/LeaderboardOutlined';
import { page, type ConsoleResource } from '../registry.js';

export const scores: ConsoleResource = {
  name: 'scores',
  icon: LeaderboardOutlined,
  group: 'review',
  pages: { list: page('scores.read', () => import('./ScoreList.js')) },
  more: [
    { path: ':id/units/:unitId', ...page('scores.read', () => import('./ScoreTrace.js')) },
    {
      path: ':id/published-round',
      ...page('scores.read', () => import('./published-round/PublishedRound.js')),
    },
    { path: ':id/appraisals', ...page('scores.appraise', () => import('./appraisal/AppraisalList.js')) },
    { path: ':id/what-if', ...page('scores.suppose', () => import('./what-if/WhatIfList.js')) },
    { path: ':id/what-if/:whatIfId', ...page('scores.suppose', () => import('./what-if/WhatIfShow.js')) },
  ],
};
