(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const card = (id) => {
    const found = id && byId(id);
    return found && found.popover ? found : null;
  };

  // Links to a number's card open it: those in the picture of relations, and the one in the address.
  const open = (id) => {
    const found = card(id);
    if (!found || !found.showPopover) return false;
    if (!found.matches(":popover-open")) found.showPopover();
    return true;
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest && event.target.closest("a[href^='#']");
    if (!link) return;
    const id = link.getAttribute("href").slice(1);
    if (open(id)) {
      event.preventDefault();
      history.replaceState(null, "", "#" + id);
    } else {
      // A link to a finding closes the card that it stands in.
      const around = link.closest("[popover]");
      if (around && around.hidePopover) {
        document.querySelectorAll(":popover-open").forEach((each) => each.hidePopover());
        const target = byId(id);
        if (target) requestAnimationFrame(() => target.focus({ preventScroll: false }));
      }
    }
  });
  const fromAddress = () => open(decodeURIComponent(location.hash.slice(1)));
  addEventListener("hashchange", fromAddress);

  // While a card is open, its number is framed in the text, and so are the numbers that imply it.
  const frame = (id, name, on) =>
    document.querySelectorAll(`.mark[popovertarget="${CSS.escape(id)}"]`).forEach((each) => each.classList.toggle(name, on));
  // On a narrow screen the card lies over the text: the number that was asked about moves out from under it.
  const uncover = (target) => {
    const number = document.activeElement;
    if (!number || !number.classList.contains("mark")) return;
    const from = target.getBoundingClientRect(), at = number.getBoundingClientRect();
    if (from.left < at.right && at.bottom > from.top - 8) scrollBy(0, at.bottom - from.top + 48);
  };
  document.addEventListener("toggle", (event) => {
    const target = event.target;
    if (!target.popover) return;
    const on = event.newState === "open";
    frame(target.id, "open", on);
    if (on) uncover(target);
    (target.dataset.uses || "").split(" ").filter(Boolean).forEach((id) => frame(id, "related", on));
  }, true);

  // How many findings the filters leave.
  const shown = byId("shown");
  const count = () => {
    const all = document.querySelectorAll(".finding");
    const left = [...all].filter((each) => {
      const severity = ["error", "warning", "info"].find((name) => each.classList.contains(name));
      const box = byId("show-" + severity);
      return !box || box.checked;
    }).length;
    shown.textContent = left === all.length ? "" : `${left} / ${all.length}`;
  };
  document.querySelectorAll(".legend input").forEach((input) => input.addEventListener("change", count));

  // The index can be searched.
  const search = byId("search");
  if (search) {
    const rows = [...document.querySelectorAll(".index tbody tr")];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    search.closest("[hidden]").hidden = false;
    search.addEventListener("input", () => {
      const wanted = search.value.trim().toLowerCase().split(/\s+/);
      let left = 0;
      rows.forEach((row, at) => {
        const fits = wanted.every((word) => texts[at].includes(word));
        row.hidden = !fits;
        left += fits;
      });
      byId("search-count").textContent = `${left} / ${rows.length}`;
    });
  }
  fromAddress();
  document.documentElement.classList.add("ready");
})();
