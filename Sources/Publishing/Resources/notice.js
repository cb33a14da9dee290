// A notice is one side of A4. Where its text does not fit, headings make room first, then it is set smaller, step by step. What
// does not fit even then takes the back as well, in the largest letters that two sides hold. Without this script the text is as
// large as can be, and goes on where the page ends.
(() => {
  "use strict";
  const steps = [[12, false], [11.2, false]];
  for (let size = 120; size >= 90; size -= 2) steps.push([size / 10, true]);

  const set = (side, [size, tight]) => {
    side.style.setProperty("--size", size + "pt");
    side.classList.toggle("tight", tight);
  };
  const fits = (side) => side.scrollHeight <= side.clientHeight;

  // Gives each sheet the largest letters with which it fits one side; returns those that fit with none. All are set before any is
  // measured, so that the page is laid out once a round and not once a sheet; halving finds a size in five rounds.
  const fit = (sheets) => {
    const searches = sheets.map((sheet) => ({ sheet, low: 0, high: steps.length }));
    for (let open = searches; open.length; open = open.filter(({ low, high }) => low < high)) {
      for (const search of open) {
        search.middle = (search.low + search.high) >> 1;
        set(search.sheet, steps[search.middle]);
      }
      for (const search of open) {
        if (fits(search.sheet)) search.high = search.middle;
        else search.low = search.middle + 1;
      }
    }
    return searches.filter(({ sheet, high }) => {
      const step = steps[high];
      if (step) set(sheet, step);
      return !step;
    }).map(({ sheet }) => sheet);
  };

  // Puts what comes last on the back, under the title said again; undoes it where two sides do not hold it either.
  const turn = (sheet) => {
    const columns = sheet.querySelector(".columns");
    const parts = [...columns.children];
    const last = parts.findIndex((part) => part.matches(".after"));
    const office = sheet.querySelectorAll(":scope > .form, :scope > footer");
    const again = document.createElement("p");
    again.className = "again";
    again.textContent = [sheet.querySelector("h1"), sheet.querySelector(".case")].map((part) => part.textContent).join(" · ");
    const rest = document.createElement("div");
    rest.className = "columns";
    const back = document.createElement("div");
    back.className = "sheet back";
    back.append(again, rest, ...office);
    sheet.after(back);
    sheet.classList.add("front");
    for (const step of steps.filter(([size, tight]) => !tight || Number.isInteger(size))) {
      for (const first of [last, last - 1]) {
        columns.append(...parts.slice(0, first));
        rest.append(...parts.slice(first));
        set(sheet, step);
        set(back, step);
        if (fits(sheet) && fits(back)) return;
      }
    }
    columns.append(...parts);
    sheet.append(...office);
    sheet.classList.remove("front");
    back.remove();
  };

  addEventListener("load", () => {
    // As a sheet of paper, whatever it is looked at on.
    document.documentElement.classList.add("measuring");
    const over = fit([...document.querySelectorAll(".sheet")]);
    over.forEach(turn);
    const long = over.filter((sheet) => !sheet.matches(".front"));
    for (const side of document.querySelectorAll(".sheet")) side.classList.toggle("side", !long.includes(side));
    document.documentElement.classList.remove("measuring");
  });
})();
