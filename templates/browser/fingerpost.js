// On every page, in the head: the colours are chosen before anything is painted, the rest waits for the page.
import { keepScheme, offerScheme } from "./scheme.js";
import { foldMenu } from "./menu.js";
import { offerCopies } from "./copy.js";

keepScheme();
document.addEventListener("DOMContentLoaded", () => {
  offerScheme(document.querySelector(".scheme"));
  foldMenu(document.querySelector(".menu"), document.querySelector(".nav"));
  offerCopies(document.querySelectorAll("[data-copy]"), document.querySelector("[data-copied]"));
});
