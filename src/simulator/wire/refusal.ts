/** An answer that refuses a request. Endpoints throw it; each surface writes it in its own envelope. */
export class Refused extends Error {
  override readonly name = "Refused";
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 405,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
