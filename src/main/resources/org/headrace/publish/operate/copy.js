// Copies the lines that can be seen on the page; without it they can be marked and copied by hand.
for (const button of document.querySelectorAll("button[data-copies]")) {
  const lines = document.getElementById(button.dataset.copies);
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(lines.textContent);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(lines);
    }
  });
}
