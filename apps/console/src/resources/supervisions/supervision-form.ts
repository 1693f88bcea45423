import type { EditSupervision, SupervisionView } from '@nhip/contracts';

export interface SupervisionForm {
  title: string;
  number: string;
  chair: string;
  chairPosition: string;
  heldOn: string;
  place: string;
  periodStart: string;
  periodEnd: string;
  summary: string;
  figures: { text: string; citation: string }[];
}

export const formOf = (supervision: SupervisionView): SupervisionForm => ({
  title: supervision.title,
  number: supervision.number ?? '',
  chair: supervision.chair ?? '',
  chairPosition: supervision.chairPosition ?? '',
  heldOn: supervision.heldOn,
  place: supervision.place ?? '',
  periodStart: supervision.periodStart,
  periodEnd: supervision.periodEnd,
  summary: supervision.summary,
  figures: supervision.figures.map(({ text, citation }) => ({ text, citation: citation ?? '' })),
});

export const idOf = ({ id }: { readonly id: string }): string => id;

/** The command of the form; what is blank is nothing. */
export const commandOf = (form: SupervisionForm) =>
  ({
    title: form.title,
    number: form.number || null,
    chair: form.chair || null,
    chairPosition: form.chairPosition || null,
    heldOn: form.heldOn,
    place: form.place || null,
    periodStart: form.periodStart,
    periodEnd: form.periodEnd,
    summary: form.summary ?? '',
    figures: (form.figures ?? []).map(({ text, citation }) => ({ text, citation: citation || null })),
  }) satisfies EditSupervision;
