/** Path of a Chromium and where it was found, or `undefined` when there is none. */
export declare const findChromium: () => Promise<{ readonly path: string; readonly origin: string } | undefined>;
