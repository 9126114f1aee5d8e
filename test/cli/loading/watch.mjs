// `node --import` this, and the packages that are loaded are written down.
import { register } from "node:module";

register("./hooks.mjs", import.meta.url);
