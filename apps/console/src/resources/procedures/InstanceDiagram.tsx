import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import { formatInstant, roleLabels, type InstanceView } from '@nhip/contracts';
import { Link } from 'react-router-dom';
import { useLanguage, useText } from '../../i18n/use-text.js';
import { nameIn } from '../../session/language.js';
import { FieldList } from '../../shared/FieldList.js';
import { ProblemAlert } from '../../shared/ProblemAlert.js';
import { useAnswer } from '../../shared/use-answer.js';
import FlowDiagram, { type StateMark } from './FlowDiagram.js';
import { eventName } from './words.js';

/** The procedure of one record with its place in it, and the same as a list. */
export default function InstanceDiagram({ id }: { readonly id: string }) {
  const text = useText();
  const language = useLanguage();
  const { data, error } = useAnswer<InstanceView>(`/procedures/instances/${id}`);
  if (error) return <ProblemAlert problem={error} />;
  if (data === undefined) return <Skeleton variant="rectangular" height={320} sx={{ m: 2 }} />;
  const { definition, state, enteredAt, holder, timers, path, procedure } = data;
  const stateName = (name: string) => nameIn(definition.states[name]?.names ?? { vi: name }, language);
  const passed = Object.fromEntries(path.map((step): [string, StateMark] => [step.state, { passed: true }]));
  const holds = holder && [
    roleLabels[holder.role][language],
    ...(holder.unit ? [nameIn(holder.unit.names, language)] : []),
    ...holder.people,
  ];
  const ways = Object.entries(definition.states[state]?.on ?? {}).filter(
    ([, move]) => move.to !== state && move.by.length > 0,
  );
  return (
    <>
      <FlowDiagram
        definition={definition}
        marks={{
          ...passed,
          [state]: { here: true, note: text('resources.procedures.since', { at: formatInstant(enteredAt) }) },
        }}
      />
      <FieldList
        rows={[
          {
            label: text('resources.procedures.stands'),
            value: `${stateName(state)} · ${text('resources.procedures.since', { at: formatInstant(enteredAt) })}`,
          },
          {
            label: text('resources.procedures.heldBy'),
            value: holds ? holds.join(' · ') : text('resources.procedures.nobody'),
          },
          {
            label: text('resources.procedures.comesNext'),
            value: (
              <Box component="ul" sx={list}>
                {timers.map(({ name, event, dueAt }) => (
                  <li key={name}>
                    {formatInstant(dueAt)}: {eventName(definition, state, event, language)} (
                    {text('resources.procedures.bySystem')})
                  </li>
                ))}
                {ways.map(([event, { to, by }]) => (
                  <li key={event}>
                    {eventName(definition, state, event, language)} → {stateName(to)} (
                    {by.map((role) => roleLabels[role][language]).join(', ')})
                  </li>
                ))}
                {timers.length + ways.length === 0 && <li>{text('resources.procedures.atEnd')}</li>}
              </Box>
            ),
          },
          {
            label: text('resources.procedures.cameThrough'),
            value: (
              <Box component="ol" sx={list}>
                {path.map(({ state: name, at }) => (
                  <li key={`${name} ${at}`}>
                    {formatInstant(at)}: {stateName(name)}
                  </li>
                ))}
              </Box>
            ),
          },
          {
            label: text('resources.procedures.procedure'),
            value: (
              <MuiLink component={Link} to={`/procedures/${procedure.id}/show`}>
                {nameIn(procedure.names, language)} · {text('resources.procedures.fields.version')}{' '}
                {procedure.version}
              </MuiLink>
            ),
          },
        ]}
      />
    </>
  );
}

const list = { m: 0, pl: 2.5 } as const;
