package io.kaagent.it.child.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * The part of a server that asks for credentials and believes whatever it is told: auth=basic for each request, auth=ntlm in three messages,
 * after which the connection is the user's.
 */
final class Handshake {
    private static final int TYPE_2 = 2;
    private static final int UNICODE_AND_NTLM = 0x201;
    private boolean done;

    /** True once the request, or with NTLM the connection, has an owner. */
    boolean isDone(Request request) {
        done |= type(request) == 3;
        return request.wants("auth", "basic") ? request.header("authorization").startsWith("Basic ") : done;
    }

    byte[] challenge(Request request) {
        if (request.wants("auth", "basic")) {
            return unauthorized("Basic realm=\"test\"");
        }
        String token = type(request) == 1 ? " " + Base64.getEncoder().encodeToString(type2()) : "";
        return unauthorized("NTLM" + token);
    }

    private static byte[] unauthorized(String challenge) {
        return Answer.ascii(
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: " + challenge + "\r\nContent-Length: 0\r\n\r\n");
    }

    /** The number of the NTLM message that the request carries, or 0. */
    private static int type(Request request) {
        String authorization = request.header("authorization");
        if (!authorization.startsWith("NTLM ")) {
            return 0;
        }
        byte[] message = Base64.getDecoder().decode(authorization.substring("NTLM ".length()));
        return message[8];
    }

    /** Signature, type, an empty target name, flags, and a challenge of zeros. */
    private static byte[] type2() {
        ByteBuffer message = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
        message.put(Answer.ascii("NTLMSSP")).put((byte) 0).putInt(TYPE_2).putLong(0);
        message.putInt(UNICODE_AND_NTLM).putLong(0x0123456789abcdefL);
        return message.array();
    }
}
