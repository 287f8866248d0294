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
          Something went wrong. <a href="">Reload page</a>
        </p>
        <p lang="de">
          Ein Fehler ist aufgetreten. <a href="">Seite neu laden</a>
        </p>
      </main>
    ) : (
      this.props.children
    );
  }
}
