/*
 * Reloads the page a few times if a script or the stylesheet is missing or fails, and shows a message if that does not help.
 * During a rolling update, other replicas do not have the files that a page names.
 * Old JavaScript, because it also runs in browsers that are too old for the page.
 */
(function () {
  var MAX_RELOADS = 5;
  var RELOAD_DELAY = 2500;
  var reloading = false;
  var german = /^de/.test(navigator.language || "");

  function show(id) {
    var shell = document.getElementById("shell");
    var loading = document.getElementById("shell-loading");
    var text = document.getElementById(id + (german ? "-de" : "-en"));
    if (shell && loading && text) {
      loading.hidden = true;
      document.getElementById("shell-slow").hidden = true;
      text.hidden = false;
    }
  }

  function onFailure(event) {
    var target = event.target;
    var isScript = !target || target === window || target.tagName === "SCRIPT";
    var isStylesheet = target && target.tagName === "LINK" && target.rel === "stylesheet";
    // the page replaces the shell when it starts
    if (reloading || !(isScript || isStylesheet) || !document.getElementById("shell")) {
      return;
    }
    // the state survives a reload, even where storage is blocked; the page removes the count when it has started
    var reloads = ((history.state || {}).bootReloads || 0) + 1;
    if (reloads > MAX_RELOADS) {
      show("shell-failed");
      return;
    }
    reloading = true;
    setTimeout(function () {
      var state = history.state || {};
      state.bootReloads = reloads;
      history.replaceState(state, "");
      location.reload();
    }, RELOAD_DELAY);
  }

  if (german) {
    var loadingText = document.getElementById("shell-loading");
    loadingText.lang = "de";
    loadingText.textContent = "Wird geladen …";
  }
  if ("noModule" in document.createElement("script")) {
    window.addEventListener("error", onFailure, true);
    window.addEventListener("unhandledrejection", onFailure);
  } else {
    show("shell-old");
  }
})();
