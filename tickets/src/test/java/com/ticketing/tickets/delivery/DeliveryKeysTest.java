package com.ticketing.tickets.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.settings.InvalidSettingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryKeysTest {

    private static final String FIRST = "the first key, of 32 bytes or more";
    private static final String SECOND = "the second key, of 32 bytes or more";
    private static final String LONG = "a key of at least 32 bytes in all";
    private static final DeliveryContent CODE = DeliveryContent.text(DeliveryKind.CODE, "AB12-CD34");

    private final DeliveryKeys keys = keys(FIRST);

    private static DeliveryKeys keys(String key, String... previous) {
        return new DeliveryKeys(new DeliveryProperties(key, List.of(previous)));
    }

    @Test
    void opensWhatItHasSealed() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");

        assertThat(keys.open(sealed, "ticket 1"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("AB12-CD34");
    }

    @Test
    void hidesTheContentAndNeverSealsTheSameWayTwice() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");

        assertThat(sealed.bytes().getData())
                .asString(StandardCharsets.ISO_8859_1)
                .doesNotContain("AB12");
        assertThat(keys.seal(CODE, "ticket 1").bytes()).isNotEqualTo(sealed.bytes());
    }

    @Test
    void rejectsContentOfAnotherTicket() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");

        assertThatIllegalStateException().isThrownBy(() -> keys.open(sealed, "ticket 2"));
    }

    @Test
    void rejectsChangedContent() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");
        byte[] changed = sealed.bytes().getData().clone();
        changed[changed.length - 1] ^= 1;

        assertThatIllegalStateException()
                .isThrownBy(() -> keys.open(new SealedContent(sealed.keyId(), new Binary(changed)), "ticket 1"));
    }

    @Test
    void opensWhatThePreviousKeyHasSealed() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");

        assertThat(keys(SECOND, FIRST).open(sealed, "ticket 1"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("AB12-CD34");
    }

    @Test
    void namesTheMissingSettingWhenAKeyIsUnknown() {
        SealedContent sealed = keys.seal(CODE, "ticket 1");

        assertThatIllegalStateException()
                .isThrownBy(() -> keys(SECOND).open(sealed, "ticket 1"))
                .withMessageContaining("TICKETS_DELIVERY_KEY_PREVIOUS")
                .withMessageContaining(sealed.keyId());
    }

    @Test
    void hasOneFingerprintPerKeyThatDependsOnTheContentOnly() {
        List<String> both = keys(SECOND, FIRST).fingerprints(CODE);

        assertThat(both).hasSize(2).doesNotHaveDuplicates();
        assertThat(both.getLast()).isEqualTo(keys.fingerprints(CODE).getFirst());
        assertThat(keys.fingerprints(DeliveryContent.text(DeliveryKind.CODE, "AB12-CD35")))
                .doesNotContainAnyElementsOf(both);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void withoutAKeyThereAreNoDeliveries(@Nullable String key) {
        DeliveryKeys none = new DeliveryKeys(new DeliveryProperties(key, null));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> none.fingerprints(CODE))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(CommonError.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        ", " + LONG + ", TICKETS_DELIVERY_KEY is missing",
        "too short, '', TICKETS_DELIVERY_KEY is too short: it has 9 bytes and needs 32",
        LONG + ", short, TICKETS_DELIVERY_KEY_PREVIOUS is too short: it has 5 bytes and needs 32"
    })
    void namesAMissingOrShortKey(String key, String previous, String problem) {
        DeliveryProperties properties = new DeliveryProperties(key, List.of(previous));

        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(properties::keys)
                .withMessage(problem);
        assertThat(properties).asString().isEqualTo("DeliveryProperties[]");
    }

    @ParameterizedTest
    @CsvSource({
        "%PDF-1.7, PDF",
        "%PDF-, ",
        "PDF, ",
        "<html>, ",
        "'\u0089PNG\r\n\u001A\n.', PNG",
        "'\u0089PNG\r\n', ",
        "'\u00FF\u00D8\u00FF\u00E0', JPEG",
        "'\u00FF\u00D8', ",
        "'', "
    })
    void recognizesAFileByItsFirstBytes(String content, FileType type) {
        assertThat(FileType.of(content.getBytes(StandardCharsets.ISO_8859_1)).orElse(null))
                .isEqualTo(type);
    }
}
