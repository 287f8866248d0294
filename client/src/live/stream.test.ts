import { beforeEach, describe, expect, it, vi } from "vitest";
import { FakeEventSource } from "../test/FakeEventSource";
import { aTicket } from "../test/renderPage";
import { TicketStream } from "./stream";

const listener = { onTicket: vi.fn(), onHidden: vi.fn(), onFirstOpen: vi.fn(), onGap: vi.fn(), onState: vi.fn() };

beforeEach(() => {
  vi.resetAllMocks();
  vi.useFakeTimers();
});

function open(): TicketStream {
  const stream = new TicketStream("/api/tickets/events", listener);
  stream.open();
  return stream;
}

it("passes events on", () => {
  open();
  FakeEventSource.latest().connect();
  FakeEventSource.latest().send("ticket", aTicket({ version: 4 }));
  expect(listener.onState).toHaveBeenLastCalledWith(true);
  expect(listener.onTicket).toHaveBeenCalledWith(aTicket({ version: 4 }));
  expect(listener.onGap).not.toHaveBeenCalled();
});

it("reports once that it is open", () => {
  const stream = open();
  expect(listener.onFirstOpen).not.toHaveBeenCalled();
  FakeEventSource.latest().connect();
  stream.close();
  stream.open();
  FakeEventSource.latest().connect();
  expect(listener.onFirstOpen).toHaveBeenCalledOnce();
});

it("reports a hidden ticket", () => {
  open();
  FakeEventSource.latest().connect();
  FakeEventSource.latest().send("hidden", { id: "t1" });
  expect(listener.onHidden).toHaveBeenCalledWith("t1");
  expect(listener.onTicket).not.toHaveBeenCalled();
});

it("lets the browser resume a lost connection", () => {
  open();
  const source = FakeEventSource.latest();
  source.connect();
  source.fail(false);
  expect(listener.onState).toHaveBeenLastCalledWith(false);
  source.connect();
  expect(listener.onState).toHaveBeenLastCalledWith(true);
  expect(listener.onGap).not.toHaveBeenCalled();
  expect(FakeEventSource.opened).toHaveLength(1);
});

it("reports a gap when the server cannot resume", () => {
  open();
  FakeEventSource.latest().connect();
  FakeEventSource.latest().send("reset", {});
  expect(listener.onGap).toHaveBeenCalledOnce();
});

it("reconnects with backoff when the browser has given up", () => {
  open();
  FakeEventSource.latest().connect();
  FakeEventSource.latest().fail(true);
  vi.advanceTimersByTime(2_000);
  expect(FakeEventSource.opened).toHaveLength(2);
  FakeEventSource.latest().fail(true);
  vi.advanceTimersByTime(3_000);
  expect(FakeEventSource.opened).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(FakeEventSource.opened).toHaveLength(3);

  FakeEventSource.latest().connect();
  expect(listener.onGap).toHaveBeenCalledOnce();
});

it("stays closed", () => {
  const stream = open();
  FakeEventSource.latest().fail(true);
  stream.close();
  vi.advanceTimersByTime(120_000);
  expect(FakeEventSource.opened).toHaveLength(1);
});

describe("a half-open connection", () => {
  it("is noticed within 45 seconds, and replaced", () => {
    open();
    const silent = FakeEventSource.latest();
    silent.connect();
    vi.advanceTimersByTime(45_000);
    expect(listener.onState).toHaveBeenLastCalledWith(false);
    expect(silent.readyState).toBe(FakeEventSource.CLOSED);
    expect(FakeEventSource.opened).toHaveLength(2);
    FakeEventSource.latest().connect();
    expect(listener.onState).toHaveBeenLastCalledWith(true);
    expect(listener.onGap).toHaveBeenCalledOnce();
  });

  it("is noticed before the server has answered", () => {
    open();
    vi.advanceTimersByTime(45_000);
    expect(listener.onState).toHaveBeenLastCalledWith(false);
    expect(FakeEventSource.opened).toHaveLength(2);
  });

  it.each(["heartbeat", "ticket", "hidden", "reset"])("is none while %s events arrive", (event) => {
    open();
    FakeEventSource.latest().connect();
    for (let seconds = 0; seconds < 120; seconds += 15) {
      vi.advanceTimersByTime(15_000);
      FakeEventSource.latest().send(event, aTicket());
    }
    expect(FakeEventSource.opened).toHaveLength(1);
    expect(listener.onState).not.toHaveBeenCalledWith(false);
  });

  it("is not looked for while the stream is closed", () => {
    const stream = open();
    FakeEventSource.latest().connect();
    stream.close();
    vi.advanceTimersByTime(120_000);
    expect(FakeEventSource.opened).toHaveLength(1);
  });
});
