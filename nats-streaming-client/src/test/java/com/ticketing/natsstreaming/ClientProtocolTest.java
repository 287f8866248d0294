package com.ticketing.natsstreaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.protobuf.MsgProto;
import io.nats.streaming.protobuf.PubMsg;
import java.net.URL;
import org.junit.jupiter.api.Test;

/**
 * Checks that the client uses the regenerated protobuf classes. Protobuf rejects outdated ones with this build's JVM
 * option.
 */
class ClientProtocolTest {

    @Test
    void theClientAndItsProtocolClassesComeFromThisModule() {
        assertThat(source(NatsStreaming.class).getPath()).endsWith("/target/classes/");
        assertThat(source(PubMsg.class)).isEqualTo(source(NatsStreaming.class));
    }

    @Test
    void theProtocolClassesAreAcceptedIfOutdatedOnesAreAnError() throws Exception {
        assertThat(System.getProperty("com.google.protobuf.error_on_unsafe_pre22_gencode"))
                .isNotNull();
        PubMsg message = PubMsg.newBuilder()
                .setSubject("ticket:created")
                .setData(ByteString.copyFromUtf8("{}"))
                .build();
        assertThat(PubMsg.parseFrom(message.toByteArray())).isEqualTo(message);
        assertThat(MsgProto.getDescriptor().getFile().getPackage()).isEqualTo("pb");
    }

    private static URL source(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
