import { recoverySpecs } from './recovery.js';

recoverySpecs('postgres');
