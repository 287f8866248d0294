package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MovableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class StripeStateTest {

    private static final String KIND = "charge";

    @TempDir
    Path folder;

    @Test
    void savesOnlyWhatHasChanged() throws IOException {
        StripeState state = load();
        long first = bytesOfOneSave(state);
        for (int i = 0; i < 100; i++) {
            state.add("ch", KIND);
        }
        state.save();

        assertThat(bytesOfOneSave(state)).isEqualTo(first);
    }

    private long bytesOfOneSave(StripeState state) throws IOException {
        Path changes = folder.resolve("stripe-changes.jsonl");
        long before = Files.exists(changes) ? Files.size(changes) : 0;
        state.add("ch", KIND);
        state.save();
        return Files.size(changes) - before;
    }

    @Test
    void savesChangesOfAnObjectThatWasFound() {
        String id = savedObject();
        StripeState state = load();
        state.find(id, KIND).orElseThrow().put("status", "succeeded");
        state.save();

        assertThat(load().find(id).orElseThrow().path("status").asString()).isEqualTo("succeeded");
    }

    @Test
    void savesAnswers() {
        StripeState state = load();
        state.putAnswer("k1", JsonNodeFactory.instance.objectNode().put("status", 200));
        state.save();

        assertThat(load().answer("k1").orElseThrow().path("status").asInt()).isEqualTo(200);
        assertThat(load().answer("k2")).isEmpty();
    }

    @Test
    void dropsAnswersAfterADay() throws IOException {
        MovableClock clock = new MovableClock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        StripeState state = load(clock);
        state.putAnswer("k1", JsonNodeFactory.instance.objectNode());
        clock.advance(Duration.ofHours(1));
        state.putAnswer("k2", JsonNodeFactory.instance.objectNode());
        state.save();

        clock.advance(Duration.ofHours(23));

        assertThat(state.answer("k1")).isEmpty();
        assertThat(state.answer("k2")).isPresent();
        assertThat(load(clock).answer("k1")).isEmpty();
        assertThat(load(clock).answer("k2")).isPresent();
        assertThat(folder.resolve("stripe.json")).content().contains("k2").doesNotContain("k1");
    }

    @Test
    void keepsTheOrderOfCreation() {
        String first = savedObject();
        String second = savedObject();
        StripeState state = load();
        state.find(first).orElseThrow().put("status", "succeeded");
        state.save();

        assertThat(load().all(KIND))
                .extracting(object -> object.path("id").asString())
                .containsExactly(second, first);
    }

    @Test
    void leavesOutALineThatACrashHasCut() throws IOException {
        StripeState state = load();
        String id = state.add("ch", KIND).path("id").asString();
        state.save();
        appendHalfALine();

        assertThat(load().all(KIND)).hasSize(1);
        assertThat(load().find(id)).isPresent();
    }

    /** A full disk leaves half a line. */
    @Test
    void savesAfterASaveThatFailedHalfway() throws IOException {
        StripeState state = load();
        String first = state.add("ch", KIND).path("id").asString();
        state.save();
        appendHalfALine();

        String second = state.add("ch", KIND).path("id").asString();
        state.save();

        assertThat(load().all(KIND))
                .extracting(object -> object.path("id").asString())
                .containsExactly(second, first);
    }

    /** The half ends within a character, which UTF-8 encodes in two bytes. */
    private void appendHalfALine() throws IOException {
        byte[] line = "{\"objects\":[{\"id\":\"ch_é".getBytes(UTF_8);
        Files.write(
                folder.resolve("stripe-changes.jsonl"),
                Arrays.copyOf(line, line.length - 1),
                StandardOpenOption.APPEND);
    }

    @Test
    void readsStateOfAnEarlierVersion() throws IOException {
        Files.writeString(
                folder.resolve("stripe.json"),
                "{\"objects\":[{\"id\":\"ch_1\",\"object\":\"charge\"},{\"id\":\"evt_1\",\"object\":\"event\"}],"
                        + "\"answers\":[{\"key\":\"k1\"}]}",
                UTF_8);

        StripeState state = load();

        assertThat(state.find("ch_1")).isPresent();
        assertThat(state.answer("k1")).isPresent();
        assertThat(state.find("evt_1")).isEmpty();
        assertThat(state.pendingEvents().all()).isEmpty();
        assertThat(folder.resolve("stripe.json")).content().doesNotContain("evt_1");
    }

    @Test
    void readsStateOfALaterVersion() throws IOException {
        Files.writeString(
                folder.resolve("stripe.json"),
                "{\"format\":2,\"payouts\":[{\"id\":\"po_1\"},\"po_2\"],"
                        + "\"objects\":[{\"id\":\"ch_1\",\"object\":\"charge\"},\"ch_2\",[3]],\"answers\":[7],\"events\":[null]}",
                UTF_8);

        assertThat(load().all(KIND)).hasSize(1);
    }

    @Test
    void savesPendingEventsApartFromObjects() throws IOException {
        StripeState state = load();
        StripeEvent accepted = pendingEvent(state);
        StripeEvent pending = pendingEvent(state);
        state.save();
        state.pendingEvents().remove(accepted.id());
        state.save();

        assertThat(load().pendingEvents().all()).extracting(StripeEvent::json).containsExactly(pending.json());
        assertThat(load().pendingEvents().all()).extracting(StripeEvent::json).containsExactly(pending.json());
        assertThat(folder.resolve("stripe.json"))
                .content()
                .contains("\"objects\":[]", "\"events\":[" + pending.json() + "]");
    }

    private static StripeEvent pendingEvent(StripeState state) {
        state.emit("charge.failed", JsonNodeFactory.instance.objectNode().put("id", "ch_1"));
        StripeEvent event = new StripeEvent(state.takeNewEvents().getFirst());
        state.pendingEvents().add(event);
        return event;
    }

    private String savedObject() {
        StripeState state = load();
        String id = state.add("ch", KIND).path("id").asString();
        state.save();
        return id;
    }

    private StripeState load() {
        return load(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    private StripeState load(Clock clock) {
        return new StripeState(clock, Optional.of(folder));
    }
}
