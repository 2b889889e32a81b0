"use strict";
(function () {
  const roles = ["source", "cue", "content"];
  const marks = Array.from(document.querySelectorAll(".mark"));
  const claims = Array.from(document.querySelectorAll(".claim"));
  const byNumber = new Map(claims.map(c => [c.dataset.number, c]));
  const marksOf = new Map(claims.map(c => [c.dataset.number, []]));
  for (const m of marks)
    for (const role of roles)
      for (const n of m.dataset[role] ? m.dataset[role].split(" ") : [])
        if (marksOf.has(n)) marksOf.get(n).push([m, role]);

  let held = null; // the claim that a click holds lit
  function light(number) {
    for (const m of marks) m.classList.remove(...roles);
    for (const c of claims) c.classList.remove("on");
    const claim = byNumber.get(number);
    if (!claim) return;
    claim.classList.add("on");
    for (const [m, role] of marksOf.get(number)) m.classList.add(role);
  }
  // The innermost visible claim of a piece of text: the one whose content is shortest.
  function claimOf(mark) {
    const numbers = new Set();
    for (const role of roles) for (const n of mark.dataset[role] ? mark.dataset[role].split(" ") : []) numbers.add(n);
    const length = n => marksOf.get(n).reduce((sum, [m]) => sum + m.textContent.length, 0);
    const seen = Array.from(numbers).filter(n => byNumber.has(n) && !byNumber.get(n).hidden);
    return seen.sort((a, b) => length(a) - length(b))[0] || null;
  }
  function hold(number, scroll) {
    held = held === number ? null : number;
    light(held);
    if (held && scroll) scroll.scrollIntoView({ block: "center", behavior: "smooth" });
  }
  for (const m of marks) {
    m.addEventListener("mouseenter", () => held || light(claimOf(m)));
    m.addEventListener("mouseleave", () => held || light(null));
    m.addEventListener("click", () => { const n = claimOf(m); if (n) hold(n, byNumber.get(n)); });
  }
  for (const c of claims) {
    const n = c.dataset.number;
    const first = () => (marksOf.get(n)[0] || [null])[0];
    c.addEventListener("mouseenter", () => held || light(n));
    c.addEventListener("mouseleave", () => held || light(null));
    c.addEventListener("focus", () => { held = null; light(n); });
    c.addEventListener("click", e => { if (!e.target.closest("details")) hold(n, first()); });
    c.addEventListener("keydown", e => {
      if (e.target !== c) return;
      const shown = claims.filter(x => !x.hidden), i = shown.indexOf(c);
      if (e.key === "Enter" || e.key === " ") hold(n, first());
      else if (e.key === "ArrowDown" && shown[i + 1]) shown[i + 1].focus();
      else if (e.key === "ArrowUp" && i > 0) shown[i - 1].focus();
      else if (e.key === "Escape") { held = null; light(null); }
      else return;
      e.preventDefault();
    });
  }

  const field = id => document.getElementById("f-" + id);
  const facets = ["source", "stance", "factuality", "section"];
  function filter() {
    const words = field("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const c of claims) {
      const text = c.textContent.toLowerCase();
      c.hidden = facets.some(f => field(f).value && field(f).value !== c.dataset[f]) ||
        field("numbers").checked && c.dataset.numbers !== "true" || words.some(w => !text.includes(w));
      if (!c.hidden) shown++;
    }
    for (const a of document.querySelectorAll("article")) {
      const own = Array.from(a.querySelectorAll(".claim"));
      a.hidden = own.length > 0 && own.every(c => c.hidden);
    }
    document.getElementById("count").textContent = shown + " of " + claims.length + " claims";
  }
  document.getElementById("filters").addEventListener("input", filter);
  document.getElementById("filters").addEventListener("submit", e => e.preventDefault());
  filter();
})();
