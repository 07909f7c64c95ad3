// On every page, in the head: the colours are chosen before anything is painted, the rest waits for the page.
import { keepScheme, offerScheme } from "./scheme.js";
import { keepPages } from "./worker.js";
import { foldMenu } from "./menu.js";
import { offerChoice, showCount } from "./choose.js";
import { offerCopies } from "./copy.js";
import { offerLeave } from "./leave.js";

keepPages(document.currentScript?.dataset.worker);
keepScheme();
document.addEventListener("DOMContentLoaded", () => {
  offerScheme(document.querySelector(".scheme"));
  foldMenu(document.querySelector(".menu"), document.querySelector(".nav"));
  showCount(document.querySelector(".keep"));
  document.querySelectorAll("[data-choose]").forEach(offerChoice);
  offerLeave(document.querySelector("[data-leave]"));
  offerCopies(document.querySelectorAll("[data-copy]"), document.querySelector("[data-copied]"));
});
