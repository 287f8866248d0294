/*
 * Reloads the page, once, if one of its scripts is missing or fails, and shows a message if that does not help.
 * Old JavaScript, because it also runs in browsers that are too old for the page.
 */
(function () {
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
    // the page replaces the shell when it starts
    if (!isScript || !document.getElementById("shell")) {
      return;
    }
    var state = history.state || {};
    if (state.reloaded) {
      show("shell-failed");
      return;
    }
    state.reloaded = true;
    history.replaceState(state, "");
    location.reload();
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
