// Loaded when somebody opens a document of their own on the page of a pack: reads it, and matches it to the role.
import { ownDocument } from "./bringing/own.js";

window.fingerpost = { ...window.fingerpost, bring: ownDocument };
