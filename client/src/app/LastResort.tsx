import { Component, type ReactNode } from "react";

/** Without it, React removes everything after an error outside of the routes. It needs no context, not even a language. */
export class LastResort extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (
      <main role="alert">
        <h1>Ticketing</h1>
        <p lang="en">
          Something went wrong.{" "}
          <button type="button" onClick={() => window.location.reload()}>
            Reload page
          </button>
        </p>
        <p lang="de">
          Ein Fehler ist aufgetreten.{" "}
          <button type="button" onClick={() => window.location.reload()}>
            Seite neu laden
          </button>
        </p>
      </main>
    ) : (
      this.props.children
    );
  }
}
