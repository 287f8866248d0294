package com.ticketing.testsupport.database;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * A message of MongoDB's wire protocol: a header of 16 bytes, then, in an OP_MSG, flags, a section kind and a document.
 */
final class WireMessage {

    private static final int HEADER = 16;
    private static final int DOCUMENT = HEADER + Integer.BYTES + 1;
    private static final int OP_MSG = 2013;

    private final byte[] bytes;

    private WireMessage(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the next message; throws {@link java.io.EOFException} at the end of the stream. */
    static WireMessage read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        byte[] bytes = new byte[length];
        littleEndian(bytes).putInt(length);
        in.readFully(bytes, Integer.BYTES, length - Integer.BYTES);
        return new WireMessage(bytes);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Returns the command; one without a name for a message of another kind, as in the handshake. */
    DatabaseCommand command() {
        ByteBuffer buffer = littleEndian(bytes);
        return buffer.getInt(12) == OP_MSG
                ? DatabaseCommand.of(new RawBsonDocument(bytes, DOCUMENT, buffer.getInt(DOCUMENT)))
                : new DatabaseCommand("", "");
    }

    /** Returns a reply to this message. */
    WireMessage reply(BsonDocument answer) {
        ByteBuffer document = new RawBsonDocument(answer, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        byte[] reply = new byte[DOCUMENT + document.remaining()];
        littleEndian(reply)
                .putInt(reply.length)
                .putInt(0)
                .putInt(littleEndian(bytes).getInt(Integer.BYTES))
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(document);
        return new WireMessage(reply);
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
