/* The page at work: explanations, walking from mark to mark, switching cleaners off and on, scrolling together. */
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const { rows, pipelines = [] } = JSON.parse($("data").textContent);
  const root = document.documentElement;
  const source = $("source-text"), pane = $("result-pane"), body = $("body-text"), tip = $("tip");
  const marks = [...source.querySelectorAll("del, mark, i")];
  const loud = marks.filter((mark) => mark.matches("del, mark"));
  const explained = marks.filter((mark) => mark.hasAttribute("tabindex"));
  const number = new Map(marks.map((mark, n) => [mark, n]));
  const takes = (mark) => rows[number.get(mark)];  // [text, role, cleaner, reason, also, start, end], or 0; two of two pipelines

  /* Explanations */

  const element = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || "" });
  const visible = (text) => JSON.stringify(text).replace(/[\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]/g,
    (char) => "\\u" + char.codePointAt(0).toString(16).padStart(4, "0"));

  function explain(mark) {
    const lines = [];
    takes(mark).forEach((take, k) => {
      if (!take) return;
      const [text, role, cleaner, reason, also, start, end] = take;
      const first = element("p", "", "who");
      if (pipelines.length) first.append(element("b", "AB"[k], "pipeline"), " ");
      first.append(element("b", role), " taken by ", element("code", cleaner));
      lines.push(first);
      if (text || !mark.matches("del, mark")) lines.push(element("p", `${visible(mark.textContent)} → ${visible(text)}`));
      if (reason) lines.push(element("p", reason));
      if (also.length) lines.push(element("p", `Also wanted by ${also.join(", ")}.`));
      lines.push(element("p", `characters ${start}–${end}`, "where"));
    });
    tip.replaceChildren(...lines);
    tip.hidden = false;
    const box = mark.getBoundingClientRect(), height = tip.offsetHeight + 6;
    const above = box.top - height > 4 ? box.top - height : innerHeight - height;
    tip.style.top = `${box.bottom + height < innerHeight ? box.bottom + 6 : above}px`;
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`;
    mark.setAttribute("aria-describedby", "tip");
  }

  function quiet() {
    tip.hidden = true;
    source.querySelectorAll("[aria-describedby]").forEach((mark) => mark.removeAttribute("aria-describedby"));
  }

  const markOf = (event) => { const mark = event.target.closest("#source-text :is(del, mark, i)"); return mark && mark.hasAttribute("tabindex") ? mark : null; };
  source.addEventListener("mouseover", (event) => { const mark = markOf(event); if (mark) { quiet(); explain(mark); } });
  source.addEventListener("mouseout", (event) => { if (markOf(event) && !tip.contains(event.relatedTarget)) quiet(); });
  source.addEventListener("focusin", (event) => { const mark = markOf(event); if (mark) { quiet(); roam(mark); explain(mark); } });
  source.addEventListener("focusout", quiet);
  source.addEventListener("scroll", () => { if (document.activeElement.closest("#source-text") === source) return; quiet(); });

  /* Walking: one mark at a time is in the order of the Tab key, n and p lead to the others. */

  let current = null;
  function roam(mark) {
    if (current) current.tabIndex = -1;
    current = mark;
    mark.tabIndex = 0;
  }
  if (loud.length) roam(loud[0]);

  function walk(step, among) {
    if (!among.length) return;
    const focused = document.activeElement;
    let at = among.indexOf(focused);
    if (at < 0) {
      const here = number.get(focused);  // an edit that `among` leaves out, or none
      const later = among.findIndex((mark) => number.get(mark) > here);
      at = here === undefined ? (step > 0 ? -1 : 0) : (later < 0 ? among.length : later) - (step > 0 ? 1 : 0);
    }
    const mark = among[(at + step + among.length) % among.length];
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
    quiet();
    explain(mark);
    const [[, role, cleaner]] = takes(mark).filter(Boolean);
    $("told").textContent = `${among.indexOf(mark) + 1} of ${among.length}: ${role}, ${cleaner}`;
  }

  /* Switching: what is off comes back into the body, as printed. */

  const off = { role: new Set(), cleaner: new Set() };
  const boxes = [...document.querySelectorAll("input[data-role], input[data-cleaner]")];
  function isBack(row) {
    if (typeof row === "string") return false;
    const [[, role, cleaner, , also]] = row;
    return off.role.has(role) || [cleaner, ...also].every((name) => off.cleaner.has(name));
  }
  const stronger = (one, other) => (/\n/.test(one + other) ? "\n\n" : one || other);
  const flat = (node) => (/^(DIV|SPAN)$/.test(node.nodeName) ? [...node.childNodes].flatMap(flat) : [node]);  // pieces, folds
  const nodes = [...source.childNodes].flatMap(flat);
  const isSpace = (node) => typeof rows[number.get(node)] === "string";
  const inRun = (node) => number.has(node) && (isSpace(node) || node.matches("del, mark"));

  /* A piece of the body: its text, the node of the source it stands in, whether it was put back. */
  function bodyPieces() {
    const pieces = [];
    let gap = "";  // white space owed before the next piece, once something was put back
    const put = (text, node, back) => {
      if (!text) return;
      if (gap && !text.trim()) { gap = stronger(gap, text); return; }
      if (gap && pieces.length) pieces.push({ text: gap, node });
      gap = "";
      pieces.push({ text, node, back });
    };
    for (let i = 0; i < nodes.length;) {
      if (!inRun(nodes[i])) {
        const node = nodes[i++];
        if (!number.has(node)) { put(node.textContent, node); continue; }
        const row = rows[number.get(node)];
        put(isBack(row) ? node.textContent : row[0][0], node, isBack(row));
        continue;
      }
      const run = [];
      while (inRun(nodes[i])) run.push(nodes[i++]);
      const touched = run.some((node) => isBack(rows[number.get(node)]));
      run.forEach((node) => {
        const row = rows[number.get(node)];
        if (!touched) put(isSpace(node) ? row : row[0][0], node);
        else if (isSpace(node)) gap = stronger(gap, node.textContent);
        else if (isBack(row)) put(node.textContent, node, true);
      });
    }
    return pieces;
  }

  const pieceOf = (node) => (node.nodeType === 1 ? node : node.parentElement).closest(".piece");

  /* The paragraphs in blocks, one for each piece of the source that any begins in; both are laid out when in sight. */
  function inPieces(paragraphs, starts) {
    const blocks = [];
    pairs = [];
    paragraphs.forEach((p, k) => {
      const piece = starts.has(p) ? pieceOf(starts.get(p)[0]) : null;
      if (!blocks.length || (piece && piece !== pairs[pairs.length - 1][0])) {
        blocks.push(Object.assign(document.createElement("div"), { className: "piece" }));
        pairs.push([piece, blocks[blocks.length - 1]]);
      }
      blocks[blocks.length - 1].append(...(k ? ["\n\n", p] : [p]));
    });
    return blocks;
  }

  /* What a paragraph is stays with its text. */
  const kinds = new Map([...(body ? body.querySelectorAll("p[data-block]") : [])].map((p) => [p.textContent, p]));
  function typed(p) {
    const first = kinds.get(p.textContent);
    if (first) [...first.attributes].forEach(({ name, value }) => p.setAttribute(name, value));
  }

  let pairs = [];
  function render() {
    const paragraphs = [document.createElement("p")];
    const starts = new Map();
    for (const { text, node, back } of bodyPieces()) {
      let at = 0;
      text.split("\n\n").forEach((part, k) => {
        if (k) { paragraphs.push(document.createElement("p")); at += 2; }
        const p = paragraphs[paragraphs.length - 1];
        if (part && !starts.has(p)) starts.set(p, [node, at]);
        if (part) p.append(back ? Object.assign(element("ins", part), { className: node.className }) : part);
        at += part.length;
      });
    }
    const whole = paragraphs.filter((p) => p.textContent);
    whole.forEach(typed);
    body.replaceChildren(...inPieces(whole, starts));
    body.querySelectorAll("ins").forEach((ins) => { ins.title = "put back, as printed"; });
    return starts;
  }

  let starts = new Map();
  function update() {
    marks.forEach((mark, n) => mark.classList.toggle("back", isBack(rows[n])));
    document.querySelectorAll("[data-field]").forEach((field) => {
      const own = loud.filter((mark) => mark.dataset.role === field.dataset.field);
      field.classList.toggle("unread", own.length > 0 && own.every((mark) => mark.classList.contains("back")));
    });
    starts = render();
    anchors = null;
  }

  function flip(box, on) {
    box.checked = on;
    const [[kind, name]] = Object.entries(box.dataset);
    off[kind][on ? "delete" : "add"](name);
  }

  if (body) {
    boxes.forEach((box) => {
      box.disabled = false;
      flip(box, true);  // a browser may have kept what was off before a reload
      box.addEventListener("change", () => { flip(box, box.checked); update(); });
    });
    document.querySelectorAll("[data-all]").forEach((button) => {
      button.parentElement.hidden = false;
      button.addEventListener("click", () => { boxes.forEach((box) => flip(box, button.dataset.all === "on")); update(); });
    });
  }
  if ($("fold")) $("fold").addEventListener("click", () => {
    $("fold").ariaPressed = String(source.classList.toggle("folded"));
    anchors = null;
  });
  document.querySelectorAll("input[data-shown]").forEach((box) => {
    box.disabled = false;
    box.checked = true;
    box.addEventListener("change", () => source.classList.toggle(`without-${box.dataset.shown}`, !box.checked));
  });

  /* Scrolling together: the same paragraph at the same height, and in between in proportion. */

  let anchors = null, driven = null;
  /* Whether a piece is laid out, or only has a height that stands for it; where a browser cannot tell, all are. */
  const isLaidOut = (piece) => !piece.checkVisibility || [...piece.children].every((child) => child.checkVisibility({ contentVisibilityAuto: true }));
  function measured() {
    const top = source.getBoundingClientRect().top - source.scrollTop, left = pane.getBoundingClientRect().top - pane.scrollTop;
    const points = [[0, 0]];
    const add = (there, here) => {
      const point = [there - top, here - left], last = points[points.length - 1];
      if (point[0] > last[0] && point[1] > last[1]) points.push(point);
    };
    const laidOut = new Set(pairs.flat().filter((piece) => piece && piece.firstChild && isLaidOut(piece)));
    pairs.forEach(([piece, block]) => {
      if (piece && !(laidOut.has(piece) && laidOut.has(block))) { add(piece.getBoundingClientRect().top, block.getBoundingClientRect().top); return; }
      block.querySelectorAll("p").forEach((p) => {
        if (!starts.has(p)) return;
        const [node, at] = starts.get(p), range = document.createRange(), fold = node.parentElement;
        if (node.nodeType === 3) range.setStart(node, Math.min(at, node.length)); else range.selectNode(node);
        const seen = fold.nodeName === "SPAN" ? fold.getBoundingClientRect().bottom : Infinity;  // what is folded ends there
        add(Math.min(range.getBoundingClientRect().top, seen), p.getBoundingClientRect().top);
      });
    });
    points.push([Math.max(source.scrollHeight, points[points.length - 1][0] + 1), Math.max(pane.scrollHeight, points[points.length - 1][1] + 1)]);
    return points;
  }

  function follow(leader, follower, from) {
    if (driven === leader) { driven = null; return; }
    anchors = anchors || measured();
    const ends = leader.scrollTop + leader.clientHeight >= leader.scrollHeight - 1;
    const middle = leader.scrollTop + leader.clientHeight / 3;
    let k = 1;
    while (k < anchors.length - 1 && anchors[k][from] < middle) k++;
    const [before, after] = [anchors[k - 1], anchors[k]];
    const share = (middle - before[from]) / (after[from] - before[from]);
    const there = before[1 - from] + share * (after[1 - from] - before[1 - from]) - follower.clientHeight / 3;
    const target = leader.scrollTop <= 0 ? 0 : ends ? follower.scrollHeight : there;
    const was = follower.scrollTop;
    follower.scrollTop = target;
    if (follower.scrollTop !== was) driven = follower;
  }

  if (body) {
    source.addEventListener("scroll", () => follow(source, pane, 0), { passive: true });
    pane.addEventListener("scroll", () => follow(pane, source, 1), { passive: true });
    for (const side of [source, pane]) side.addEventListener("contentvisibilityautostatechange", () => { anchors = null; }, true);
    addEventListener("resize", () => { anchors = null; });
    update();
  }

  /* Theme, help, keys */

  const schemes = ["light", "dark"];
  function turn() {
    const dark = getComputedStyle(root).colorScheme === "dark"
      || (getComputedStyle(root).colorScheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.style.colorScheme = schemes[dark ? 0 : 1];
  }

  function switchHere() {
    const mark = document.activeElement;
    if (!body || !marks.includes(mark)) return;
    const box = boxes.find((one) => one.dataset.cleaner === takes(mark)[0][2]);
    flip(box, !box.checked);
    update();
    explain(mark);
  }

  $("buttons").hidden = false;
  $("hint").hidden = !explained.length;
  $("next").addEventListener("click", () => { current && current.focus({ preventScroll: true }); walk(1, loud); });
  $("previous").addEventListener("click", () => { current && current.focus({ preventScroll: true }); walk(-1, loud); });
  $("theme").addEventListener("click", turn);
  $("ask").addEventListener("click", () => $("help").showModal());

  const letters = {
    n: () => walk(1, loud), p: () => walk(-1, loud), N: () => walk(1, explained), P: () => walk(-1, explained),
    t: turn, x: switchHere, "?": () => $("help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    if (event.key === "Escape") quiet();
    const onMark = explained.includes(document.activeElement);
    const arrow = onMark && { ArrowRight: () => walk(1, loud), ArrowLeft: () => walk(-1, loud) }[event.key];
    const act = arrow || ($("keys").checked && Object.hasOwn(letters, event.key) && letters[event.key]);
    if (act) { event.preventDefault(); act(); }
  });
  if (matchMedia("(max-width: 60rem)").matches) document.querySelector("#legend details").open = false;
})();
