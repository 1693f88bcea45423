import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import type { Language, TaskItem } from '@nhip/contracts';
import { nameIn } from '../../session/language.js';
import { page, type ConsoleResource } from '../registry.js';

export const tasks: ConsoleResource = {
  name: 'tasks',
  icon: TaskAltOutlined,
  group: 'work',
  pages: {
    list: page('tasks.read', () => import('./TaskList.js')),
    show: page('tasks.read', () => import('./TaskShow.js')),
    create: page('tasks.assign', () => import('./TaskCreate.js')),
  },
  more: [{ path: 'statistics', ...page('tasks.read', () => import('./TaskStatistics.js')) }],
  find: (task: TaskItem, language: Language) => ({
    label: task.title,
    hint: nameIn(task.unit.names, language),
  }),
};
