// The same random cases on every machine, so that a red run can be had again; NHIP_SEED=N looks at others.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['NHIP_SEED'] ?? 1) });
