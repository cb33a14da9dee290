// A notice is one sheet of A4. Where its text does not fit, headings make room first, then it is set a little smaller, step by
// step; what does not fit even then goes over onto a second sheet. Without this script the text is as large as can be.
(() => {
  "use strict";
  const lay = () => {
    for (const sheet of document.querySelectorAll(".sheet")) {
      sheet.classList.remove("two");
      const fits = (size, tight) => {
        sheet.style.fontSize = size + "pt";
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
  };
  addEventListener("load", lay);
  // Laid out on a telephone, it has to be a sheet when it is printed.
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", lay);
})();
