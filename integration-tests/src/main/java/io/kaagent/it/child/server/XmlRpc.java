package io.kaagent.it.child.server;

import java.util.zip.CRC32;

/** The least of an XML-RPC server. */
final class XmlRpc {
    private XmlRpc() {}

    /** Tells the client which call arrived, and how it looked. */
    static byte[] response(Request request) {
        CRC32 call = new CRC32();
        call.update(request.body());
        return Answer.ascii("<?xml version=\"1.0\"?><methodResponse><params><param><value><string>" + request.id() + " "
                + request.body().length + " " + Long.toHexString(call.getValue())
                + "</string></value></param></params></methodResponse>");
    }
}
