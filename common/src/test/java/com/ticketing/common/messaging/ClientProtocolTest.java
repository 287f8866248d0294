package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.nats.streaming.NatsStreaming;
import io.nats.streaming.protobuf.MsgProto;
import io.nats.streaming.protobuf.PubMsg;
import java.net.URL;
import org.junit.jupiter.api.Test;

/**
 * Checks that the regenerated protobuf classes are used. Those of the client's own jar are outdated: protobuf warns about
 * them and, with the JVM option of this build, rejects them.
 */
class ClientProtocolTest {

    @Test
    void theProtocolClassesComeFromThisLibrary() {
        assertThat(source(PubMsg.class)).isEqualTo(source(Listener.class)).isNotEqualTo(source(NatsStreaming.class));
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
