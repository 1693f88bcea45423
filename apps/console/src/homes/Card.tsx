import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { OverviewCard, OverviewItem } from '@nhip/contracts';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../i18n/use-text.js';
import { nameIn } from '../session/language.js';
import { DueDate } from '../shared/DueDate.js';
import { IllustrativeMark } from '../shared/IllustrativeMark.js';
import { StateMark } from '../shared/StateChip.js';
import { shownParams } from './detail.js';

interface CardProps {
  readonly card: OverviewCard;
  /** The most pressing of the page: its first item has the page's primary button. */
  readonly first: boolean;
}

/** What waits, the most pressing first, each line with its deadline; the whole list is a link away. */
export function Card({ card, first }: CardProps) {
  const text = useText();
  return (
    <Box component="section" aria-labelledby={`card-${card.kind}`} sx={frame}>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'baseline',
          gap: 1,
          px: 2,
          py: 1.25,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h2" id={`card-${card.kind}`} sx={{ flex: 1 }}>
          {text(`home.cards.${card.kind}`)}
          <Box component="span" sx={{ ml: 1, color: 'text.secondary', fontWeight: 400 }}>
            {card.count}
          </Box>
        </Typography>
        {card.link !== null && card.count > card.items.length && (
          <MuiLink component={Link} to={card.link} sx={{ whiteSpace: 'nowrap' }}>
            {text('home.all', { count: card.count })}
          </MuiLink>
        )}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {card.items.map((item, index) => (
          <Item
            key={`${item.kind} ${item.id}`}
            item={item}
            mixed={card.kind === 'must-do' || card.kind === 'to-approve'}
            button={first && index === 0 ? text(`home.actions.${card.kind}`) : undefined}
          />
        ))}
      </Box>
    </Box>
  );
}

interface ItemProps {
  readonly item: OverviewItem;
  /** Whether the card holds items of several kinds, so that each says which it is. */
  readonly mixed: boolean;
  readonly button: string | undefined;
}

function Item({ item, mixed, button }: ItemProps) {
  const text = useText();
  const translate = useTranslate();
  const language = useLanguage();
  const title = nameIn(item.title, language);
  const action = item.kind === 'action' ? actionOf(item.detail?.params['action']) : undefined;
  const of = item.detail?.params['of'];
  const kind = mixed
    ? text(`home.kinds.${item.kind}`)
    : typeof of === 'string' && of !== ''
      ? translate(`resources.${of}.name`, { smart_count: 1 })
      : undefined;
  const shown =
    action === undefined
      ? title
      : `${translate(`history.${action}`, { _: action })}${title === '–' ? '' : `: ${title}`}`;
  return (
    <Box component="li" sx={row}>
      <Box sx={{ pt: '3px', flex: 'none' }}>
        <Mark item={item} />
      </Box>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ overflowWrap: 'anywhere' }}>
          {kind !== undefined && (
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {kind}:{' '}
            </Box>
          )}
          {item.link === null ? (
            shown
          ) : (
            <Box component={Link} to={item.link} sx={titleLink}>
              {shown}
            </Box>
          )}
          {item.illustrative && <IllustrativeMark />}
        </Box>
        {item.detail && (
          <Typography component="div" sx={{ fontSize: 13 }} color="text.secondary">
            {text(`home.details.${item.detail.code}`, shownParams(item.detail.params, language))}
          </Typography>
        )}
      </Box>
      {item.deadline && (
        <Box sx={{ fontSize: 13, whiteSpace: { sm: 'nowrap' } }}>
          <DueDate dueOn={item.deadline.on} workingDaysLeft={item.deadline.workingDaysLeft} />
        </Box>
      )}
      {button !== undefined && item.link !== null && (
        <Button component={Link} to={item.link} variant="contained" sx={{ whiteSpace: 'nowrap' }}>
          {button}
        </Button>
      )}
    </Box>
  );
}

/** Late, soon, or in time; told by shape. */
function Mark({ item }: { item: OverviewItem }) {
  if (item.pressing) return <StateMark shape="triangle" tone="late" />;
  if (item.deadline && item.deadline.workingDaysLeft <= 3) return <StateMark shape="half" tone="soon" />;
  return <StateMark shape="disc" tone={item.deadline ? 'good' : 'quiet'} />;
}

const frame = {
  mb: 2,
  bgcolor: 'background.paper',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  overflow: 'clip',
} as const;

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'flex-start',
  columnGap: 1.25,
  rowGap: 0.75,
  px: 2,
  py: 1.125,
  '& + &': { borderTop: 1, borderColor: 'divider' },
} as const;

const titleLink = {
  color: 'text.primary',
  fontWeight: 500,
  textDecoration: 'none',
  '&:hover': { textDecoration: 'underline' },
} as const;

const actionOf = (value: unknown): string => (typeof value === 'string' ? value : '');
