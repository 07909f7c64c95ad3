// The page Find, from the data that assets/search-data.js registered.
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "./engine/engine.js";
import { unfold } from "./engine/unfold.js";
import { start } from "./find/page.js";
import { selectIfThere } from "./select.js";

const page = selectIfThere(document, "[data-finding]");
const data = window.fingerpost?.finding;
if (page && data) start(page, createEngine(unfold(data), SearchableMap));
