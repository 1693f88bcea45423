import { mailSpecs } from './mail.js';

mailSpecs('postgres');
