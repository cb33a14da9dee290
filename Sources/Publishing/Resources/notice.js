// A notice is one sheet of A4. Where its text does not fit, headings make room first, then it is set a little smaller, step by
// step; what does not fit even then goes over onto a second sheet. Without this script the text is as large as can be.
(() => {
  "use strict";
  const lay = () => {
    // As a sheet of paper, whatever it is looked at on.
    document.documentElement.classList.add("measuring");
    for (const sheet of document.querySelectorAll(".sheet")) {
      const fits = (size, tight) => {
        sheet.style.setProperty("--size", size + "pt");
        sheet.classList.toggle("tight", tight);
        return sheet.scrollHeight <= sheet.clientHeight;
      };
      if (fits(12, false) || fits(11.2, false)) continue;
      let size = 11.2;
      while (size >= 9 && !fits(size, true)) size = Math.round(size * 10 - 2) / 10;
      if (size < 9) {
        fits(11.2, false);
        sheet.classList.add("two");
      }
    }
    document.documentElement.classList.remove("measuring");
  };
  addEventListener("load", lay);
})();
