// The book without this script is complete: every list is on the page, each line with its condition.
// With it the lists fold to the reader's answers, the address keeps the answers, and search finds things.
(() => {
  "use strict";
  const arrived = location.search;
  const form = document.getElementById("questions");
  if (form) folding(form);
  fromPaper();
  fromThePast();
  pastBulletins();
  if (window.onebookSearch) searching();
  else window.addEventListener("load", () => window.onebookSearch && searching());

  // Whoever scanned a code on paper is told whether the paper still holds: the address has its edition and what the page
  // said then.
  function fromPaper() {
    const query = new URLSearchParams(arrived);
    const [edition, mark] = [query.get("_e"), query.get("_h")];
    const page = document.body.dataset;
    if (!edition || !mark || !page.mark) return;
    // An edition that this copy of the book has never heard of may be newer than it.
    const isKnown = page.known.split(" ").includes(edition);
    const answer = !isKnown ? "unknown" : mark !== page.mark ? "changed" : edition === page.edition ? "latest" : "unchanged";
    const note = document.createElement("p");
    note.className = answer === "latest" || answer === "unchanged" ? "paper-note" : "paper-note changed";
    note.setAttribute("role", "status");
    note.textContent = page[answer].replace("{edition}", edition);
    document.getElementById("main").prepend(note);
  }

  // What is over is not shown any more. Days are those of the reader's own clock.
  function pastBulletins() {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    for (const bulletin of document.querySelectorAll("[data-until]")) bulletin.hidden = bulletin.dataset.until < day;
  }

  // A former edition is kept under editions/. Its pages say so and lead to the current one: to the same page if it is there.
  function fromThePast() {
    const page = document.body.dataset;
    const [root, own] = location.pathname.split(`/editions/${encodeURIComponent(page.edition)}/`);
    if (own === undefined) return;
    const note = document.createElement("p");
    note.className = "paper-note changed";
    note.setAttribute("role", "status");
    const link = document.createElement("a");
    link.href = `${root}/index.html`;
    link.textContent = page.current;
    note.append(page.former + " ", link);
    document.getElementById("main").prepend(note);
    const same = `${root}/${own}`;
    fetch(same, { method: "HEAD" }).then((answer) => { if (answer.ok) link.href = same + location.hash; }).catch(() => {});
  }

  function folding(form) {
    const data = JSON.parse(document.getElementById("figures").textContent);
    const state = form.querySelector(".state");
    const lines = [...document.querySelectorAll("[data-when]")];
    const texts = new Map();
    form.querySelector(".state").before(document.getElementById("actions").content.cloneNode(true));
    const nothing = document.createElement("p");
    nothing.className = "if";
    nothing.textContent = data.words.nothing;

    const answers = () => {
      const found = {};
      for (const field of form.querySelectorAll("input:checked")) (found[field.name] ??= []).push(field.value);
      return found;
    };

    // true, false, or undefined while it is open. Clauses by ";", answers by "&", options by "|".
    const holds = (clauses, answered) => {
      let open = false;
      for (const clause of clauses.split(";")) {
        let verdict = true;
        for (const part of clause.split("&")) {
          const [, question, sign, options] = part.match(/^([^:!]+)([:!])(.*)$/);
          const chosen = answered[question];
          if (!chosen) { if (verdict) verdict = undefined; continue; }
          const among = options.split("|").some((option) => chosen.includes(option));
          if (among !== (sign === ":")) { verdict = false; break; }
        }
        if (verdict) return true;
        if (verdict === undefined) open = true;
      }
      return open ? undefined : false;
    };

    const words = data.words;
    const range = (low, high) => (low === high ? `${low}` : `${low}–${high}`);
    const put = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    const atLeast = (text, all) => (all ? text : put(words.atLeast, { text }));

    // The same as the book's own reckoning over all situations, for those that are left.
    const reckon = {
      count: (left, of, unit) => range(Math.min(...left.map(of)), Math.max(...left.map(of))) + unit,
      days: (left) => {
        const length = (v) => (v.days.w ?? 99) * 10 + (v.days.c ?? 99) * 7;
        const known = left.filter((v) => v.days.all || v.days.w !== 0 || v.days.c !== 0)
          .sort((a, b) => length(a) - length(b) || (a.days.t < b.days.t ? -1 : 1));
        if (!known.length) return words.unknown;
        const [low, high] = [known[0].days, known.at(-1).days];
        let text = low.t;
        if (low.t !== high.t) {
          if (low.w > 0 && known.every((v) => v.days.c === 0)) text = range(low.w, high.w) + words.working;
          else if (low.c > 0 && known.every((v) => v.days.w === 0)) text = range(low.c, high.c) + words.calendar;
          else text = put(words.fromTo, { low: low.t, high: high.t });
        }
        return atLeast(text, left.every((v) => v.days.all));
      },
      money: (left) => {
        const yuan = (fen) => String(fen / 100);
        const [low, high] = [Math.min(...left.map((v) => v.money.l)), Math.max(...left.map((v) => v.money.h))];
        const all = left.every((v) => v.money.all);
        if (high === 0) return all ? words.free : words.unknown;
        return atLeast(range(yuan(low), yuan(high)) + words.yuan, all);
      },
    };

    const figures = (answered) => {
      const possible = data.variants.filter((v) => !v.w || holds(v.w, answered) !== false);
      const left = possible.filter((v) => !v.empty);
      nothing.remove();
      if (!left.length && possible.length) document.querySelector("#bring > h2").after(nothing);
      for (const cell of document.querySelectorAll("[data-figure]")) {
        const name = cell.dataset.figure;
        const value = cell.querySelector("b");
        let small = cell.querySelector("small");
        if (!left.length) {
          value.textContent = "–";
          small?.remove();
        } else if (name === "days" || name === "money") {
          value.textContent = reckon[name](left);
        } else {
          const unit = name === "trips" ? words.trip : words.thing;
          const [now, before] = [0, 1].map((i) => reckon.count(left, (v) => v[name][i], unit));
          value.textContent = (name === "trips" && left.some((v) => v.about) ? words.about : "") + now;
          if (now === before) small?.remove();
          else {
            if (!small) cell.querySelector("dd").append(small = document.createElement("small"));
            small.textContent = put(words.before, { text: before });
          }
        }
      }
    };

    const fold = () => {
      const answered = answers();
      for (const line of lines) {
        const verdict = holds(line.dataset.when, answered);
        line.hidden = verdict === false;
        line.classList.toggle("maybe", verdict === undefined);
        // A drawing keeps its shape: what drops out fades, what is certain stands firm.
        line.classList.toggle("out", verdict === false);
        line.classList.toggle("sure", verdict === true);
        const note = [...line.children].find((child) => child.classList.contains("if"));
        if (!note) continue;
        if (!texts.has(note)) texts.set(note, note.textContent);
        const rest = line.dataset.open ? put(words.if, { text: line.dataset.open }) : "";
        note.textContent = verdict === true ? rest : texts.get(note);
        note.hidden = !note.textContent;
      }
      for (const list of document.querySelectorAll(".owner, .remark, main .part:not(.questions)")) {
        const counted = list.querySelectorAll("li, .stand, .qa");
        const some = [...counted].some((item) => !item.closest("[hidden]") || item.closest("[hidden]") === list);
        if (counted.length && !list.querySelector(":scope > p:not(.note), dl, .example")) list.hidden = !some && list.id !== "bring";
      }
      for (const named of document.querySelectorAll(".named")) {
        named.hidden = [...named.querySelectorAll("li")].every((name) => name.hidden);
      }
      for (const link of document.querySelectorAll(".sections a")) {
        link.parentElement.hidden = document.getElementById(link.hash.slice(1))?.hidden ?? false;
      }
      layWay(answered);
      figures(answered);
      const asked = Object.keys(answered).length;
      const clash = data.impossible.find(({ w }) => holds(w, answered) === true);
      state.textContent = clash ? clash.t : asked ? words.folded : "";
      state.classList.toggle("clash", Boolean(clash));
      document.body.classList.toggle("folded", asked > 0);
      const query = new URLSearchParams(Object.entries(answered).map(([name, values]) => [name, values.join(",")])).toString();
      history.replaceState(null, "", (query ? "?" + query : location.pathname) + location.hash);
    };

    // While several ways are possible all are shown, laid over each other. When the answers leave one, that one is laid out.
    const way = document.querySelector(".way");
    const drawn = [...way.children].map((stop) => ({ stop, steps: [...stop.querySelectorAll("li")] }));
    const steps = new Map(drawn.flatMap((d) => d.steps).map((step) => [Number(step.dataset.step), step]));
    const layWay = (answered) => {
      const left = data.ways.filter((w) => !w.w || holds(w.w, answered) !== false);
      for (const { stop, steps: own } of drawn) stop.querySelector("ul").append(...own);
      if (left.length !== 1) {
        way.replaceChildren(...drawn.map((d) => d.stop));
        for (const step of steps.values()) step.classList.toggle("said", step.parentElement.parentElement.querySelector(":scope > .if:not([hidden])") !== null);
        for (const { stop, steps: own } of drawn) stop.hidden ||= own.every((step) => step.hidden);
        return;
      }
      way.replaceChildren(...left[0].stops.map(({ k, p, s }) => {
        const stop = document.createElement("li");
        stop.className = "stop " + k;
        const like = drawn.find((d) => d.stop.dataset.kind === k && d.stop.dataset.place === p)
          ?? drawn.find((d) => d.stop.dataset.place === p);
        const list = document.createElement("ul");
        list.append(...s.map((number) => steps.get(number)).filter(Boolean));
        for (const step of list.children) step.classList.remove("said");
        if (like) stop.append(like.stop.querySelector("h3").cloneNode(true));
        stop.append(list);
        return stop;
      }));
    };

    for (const [name, values] of new URLSearchParams(location.search)) {
      for (const field of form.querySelectorAll("input")) {
        if (field.name === name && values.split(",").includes(field.value)) field.checked = true;
      }
    }
    form.addEventListener("change", fold);
    form.addEventListener("reset", () => setTimeout(fold));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.querySelector(".print").addEventListener("click", () => window.print());
    if (location.search) fold();
  }

  function searching() {
    const field = document.getElementById("q");
    const list = document.getElementById("found");
    const all = document.getElementById("all");
    const state = document.querySelector("main .state");
    if (!field) return;
    const clean = (text) => text.toLowerCase().normalize("NFKC").replace(/[\s，。、？！?!,.“”"《》（）()]+/g, "");
    const entries = window.onebookSearch.map((e) => ({ ...e, ct: clean(e.t), ca: e.a.map(clean), cx: clean(e.x) }));

    // Whole words first; then how many pairs of neighbouring characters are found, so that a sentence works too.
    const score = (entry, word) => {
      if (entry.ct === word || entry.ca.includes(word)) return 100;
      if (entry.ct.includes(word)) return 80;
      if (entry.ca.some((name) => name.includes(word))) return 70;
      if (entry.cx.includes(word)) return 40;
      if (word.length < 3) return 0;
      const text = entry.ct + "\n" + entry.ca.join("\n") + "\n" + entry.cx;
      const title = entry.ct + "\n" + entry.ca.join("\n");
      let hits = 0;
      for (let i = 0; i + 2 <= word.length; i++) {
        const pair = word.slice(i, i + 2);
        if (title.includes(pair)) hits += 2;
        else if (text.includes(pair)) hits += 1;
      }
      const share = hits / (2 * (word.length - 1));
      return share >= 0.25 ? 30 * share : 0;
    };

    const find = () => {
      const words = field.value.split(/\s+/).map(clean).filter(Boolean);
      list.replaceChildren();
      all.hidden = words.length > 0;
      state.textContent = "";
      if (!words.length) return;
      const found = entries
        .map((entry, order) => {
          const scores = words.map((word) => score(entry, word));
          return { entry, order, points: scores.every((s) => s > 0) ? scores.reduce((a, b) => a + b) : 0 };
        })
        .filter((hit) => hit.points > 0)
        .sort((a, b) => b.points - a.points || a.order - b.order)
        .slice(0, 30);
      for (const { entry } of found) {
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = entry.u;
        link.textContent = entry.t;
        const kind = document.createElement("span");
        kind.className = "detail";
        kind.textContent = [entry.k, ...entry.a].join(" · ");
        item.append(link, kind);
        list.append(item);
      }
      if (!found.length) state.textContent = state.dataset.none;
    };

    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.addEventListener("input", find);
    field.form.addEventListener("submit", (event) => {
      event.preventDefault();
      find();
    });
    find();
  }
})();
