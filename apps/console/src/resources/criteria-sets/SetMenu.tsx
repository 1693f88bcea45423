import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { CriteriaSetItem } from '@nhip/contracts';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { useMe } from '../../session/SessionContext.js';

/** What else can be done with a set: compared, copied, taken out into a file, brought in from one. */
export function SetMenu({ set, versionId }: { readonly set: CriteriaSetItem; readonly versionId: string }) {
  const text = useText();
  const language = useLanguage();
  const permitted = useMe().permissions.includes('criteria.manage');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  const file = `/api/criteria-set-versions/${versionId}`;
  return (
    <>
      <Button
        startIcon={<MoreHorizOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {text('resources.criteria-sets.more')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} onClick={close}>
        {set.versions.length > 1 && (
          <MenuItem component={Link} to={`/criteria-sets/${set.id}/compare?to=${versionId}`}>
            {text('resources.criteria-sets.compare.title')}
          </MenuItem>
        )}
        <MenuItem component="a" href={`${file}/workbook?language=${language}`} download>
          {text('resources.criteria-sets.export.workbook')}
        </MenuItem>
        <MenuItem component="a" href={`${file}/file`} download={`${set.code}.json`}>
          {text('resources.criteria-sets.export.json')}
        </MenuItem>
        {permitted && !set.ready && (
          <MenuItem component={Link} to={`/criteria-sets/import?into=${set.id}`}>
            {text('resources.criteria-sets.import.title')}
          </MenuItem>
        )}
        {permitted && (
          <MenuItem component={Link} to={`/criteria-sets/create?copyOf=${versionId}`}>
            {text('resources.criteria-sets.copy')}
          </MenuItem>
        )}
      </Menu>
    </>
  );
}
