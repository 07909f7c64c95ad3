// Buttons that print the page. They stay hidden where there is no script.
for (const button of document.querySelectorAll("[data-print]")) {
  button.toggleAttribute("hidden", false);
  button.addEventListener("click", () => print());
}
