import { fill, MAIL_SETTINGS_PAGE, mailWords, type MailContent, type MailLine } from '@nhip/contracts';

export interface MailToRender {
  readonly language: 'vi' | 'en';
  readonly content: MailContent;
  /** Name of the person it goes to. */
  readonly name: string;
  /** Where the console is, such as https://nhip.example.gov.vn */
  readonly publicUrl: string;
}

/** A mail as plain text and as HTML without pictures, scripts or anything loaded from elsewhere. */
export function renderMail(mail: MailToRender): { readonly text: string; readonly html: string } {
  return { text: asText(mail), html: asHtml(mail) };
}

const opening = ({ language, content, name }: MailToRender): readonly string[] => [
  fill(mailWords[language].greeting, { name }),
  content.opening,
];

const address = (publicUrl: string, page: string): string => `${publicUrl}${page}`;

function asText(mail: MailToRender): string {
  const { language, content, publicUrl } = mail;
  const line = ({ text, detail, link }: MailLine): string =>
    [
      `- ${text}`,
      ...(detail === undefined ? [] : [`  ${detail}`]),
      ...(link === undefined ? [] : [`  ${address(publicUrl, link)}`]),
    ].join('\n');
  const sections = content.sections.map(({ heading, lines }) =>
    [...(heading === undefined ? [] : [heading.toLocaleUpperCase('vi')]), ...lines.map(line)].join('\n'),
  );
  const words = mailWords[language];
  return [
    ...opening(mail),
    ...sections,
    `--\n${words.closing}\n${address(publicUrl, MAIL_SETTINGS_PAGE)}`,
  ].join('\n\n');
}

function asHtml(mail: MailToRender): string {
  const { language, content, publicUrl } = mail;
  const words = mailWords[language];
  const anchor = (page: string, text: string): string =>
    `<a href="${escape(address(publicUrl, page))}" style="color:#0b57a4">${escape(text)}</a>`;
  const line = ({ text, detail, link }: MailLine): string =>
    `<li style="margin:0 0 8px">${link === undefined ? escape(text) : anchor(link, text)}` +
    `${detail === undefined ? '' : `<br><span style="color:#555">${escape(detail)}</span>`}</li>`;
  const sections = content.sections.map(
    ({ heading, lines }) =>
      (heading === undefined ? '' : `<h2 style="font-size:16px;margin:20px 0 8px">${escape(heading)}</h2>`) +
      `<ul style="margin:0;padding-left:20px">${lines.map(line).join('')}</ul>`,
  );
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head>` +
    `<body style="font-family:Arial,sans-serif;font-size:14px;line-height:1.5;color:#222;max-width:640px">` +
    opening(mail)
      .map((text) => `<p>${escape(text)}</p>`)
      .join('') +
    sections.join('') +
    `<p style="color:#555;font-size:12px;margin-top:24px">${escape(words.closing)} ` +
    `${anchor(MAIL_SETTINGS_PAGE, words.settings)}</p></body></html>`
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escape = (text: string): string => text.replace(/[&<>"]/g, (one) => entities[one] ?? one);
