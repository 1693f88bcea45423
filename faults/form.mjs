// A form with one file, as a browser sends it.

export class Form {
  /** @param {{ fields: Record<string, string>, name: string, bytes: Buffer }} parts */
  constructor({ fields, name, bytes }) {
    Object.assign(this, { fields, name, bytes });
  }

  /** The body, between marks that follow from the command's key: sent again it is the same. */
  encode(key) {
    const mark = `nhip-${key}`;
    const fields = Object.entries(this.fields).map(
      ([name, value]) => `--${mark}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const file = `--${mark}\r\nContent-Disposition: form-data; name="file"; filename="${this.name}"\r\nContent-Type: text/plain\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(fields.join('') + file),
      this.bytes,
      Buffer.from(`\r\n--${mark}--\r\n`),
    ]);
    return { type: `multipart/form-data; boundary=${mark}`, body };
  }

  /** In the record of what was sent: its bytes are told by their number. */
  toJSON() {
    return { ...this.fields, name: this.name, size: this.bytes.length };
  }
}
