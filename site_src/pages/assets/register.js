// What only the reader's own day can tell: that a deadline has passed since the site was built.
(function () {
  "use strict";
  var now = new Date();
  var pad = function (number) { return (number < 10 ? "0" : "") + number; };
  var today = now.getFullYear() + "-" + pad(now.getMonth() + 1) + "-" + pad(now.getDate());
  document.querySelectorAll("[data-deadline]").forEach(function (element) {
    element.hidden = element.dataset.deadline >= today;
  });
})();
