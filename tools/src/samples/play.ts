import {
  accept,
  correct,
  discuss,
  enterExternal,
  fill,
  giveBack,
  handOn,
} from './commands/submission-commands.js';
import { draftConclusion, issueConclusion } from './commands/conclusion-commands.js';
import { launch, move, nextCycle, prepareCycle } from './commands/cycle-commands.js';
import { giveEvidence } from './commands/evidence-commands.js';
import { answerFinding, settleFindings } from './commands/finding-commands.js';
import { criticise, extension, task } from './commands/task-commands.js';
import {
  askForReports,
  consolidate,
  councilStep,
  holdSession,
  openSupervision,
  present,
  recommend,
  recommendation,
  require,
} from './commands/supervision-commands.js';
import type { Step, StepOf } from './steps.js';
import type { Stage } from './stage.js';

type Commands = { readonly [Do in Step['do']]: (stage: Stage, step: StepOf<Do>) => Promise<void> };

/** Which use case a step of the script is. */
const commands: Commands = {
  'prepare-cycle': prepareCycle,
  launch,
  'conclude-without-explanation': move('conclude-without-explanation'),
  publish: move('publish'),
  close: move('close'),
  'draft-conclusion': draftConclusion,
  'issue-conclusion': issueConclusion,
  'next-cycle': nextCycle,
  fill,
  submit: handOn('submit'),
  approve: handOn('approve'),
  accept,
  return: giveBack,
  correct,
  discuss,
  'give-evidence': giveEvidence,
  'enter-external': enterExternal,
  'answer-finding': answerFinding,
  'settle-findings': settleFindings,
  task,
  criticise,
  extension,
  consolidate,
  'open-supervision': openSupervision,
  'ask-reports': askForReports,
  'hold-session': holdSession,
  'council-step': councilStep,
  require,
  recommend,
  recommendation,
  present,
};

/** Takes one step through the product's own use case. */
export function play(stage: Stage, step: Step): Promise<void> {
  const command = commands[step.do] as (stage: Stage, step: Step) => Promise<void>;
  return command(stage, step);
}
