package io.kaagent.it.child.link;

import java.nio.ByteBuffer;

/** One packet of TCP over IPv4, in an Ethernet frame, in a datagram of VXLAN (RFC 7348). */
final class Packet {
    private static final int ETHERNET = 8;
    private static final int TYPE = ETHERNET + 12;
    private static final int IP = ETHERNET + 14;
    private static final int IPV4 = 0x0800;
    private static final int TCP = 6;
    private static final int CHECKSUM = 16;
    private static final int FLAGS = 13;
    private static final int SYN = 2;

    private final ByteBuffer bytes;
    private final int tcp;

    private Packet(ByteBuffer bytes) {
        this.bytes = bytes;
        this.tcp = IP + 4 * (bytes.get(IP) & 0xf);
    }

    /** Null for all that is not TCP: what hosts say to find each other, for instance. They need not. */
    static Packet of(ByteBuffer datagram) {
        if (datagram.remaining() < IP + 20 || datagram.getShort(TYPE) != IPV4 || datagram.get(IP + 9) != TCP) {
            return null;
        }
        ByteBuffer copy = ByteBuffer.allocate(datagram.remaining());
        copy.put(datagram).flip();
        Packet packet = new Packet(copy);
        packet.check();
        return packet;
    }

    ByteBuffer datagram() {
        return bytes;
    }

    int sourcePort() {
        return bytes.getShort(tcp) & 0xffff;
    }

    int destinationPort() {
        return bytes.getShort(tcp + 2) & 0xffff;
    }

    /** The first of a connection, from the one who opens it. */
    boolean opens() {
        return (bytes.get(tcp + FLAGS) & 0x12) == SYN;
    }

    /** The kernel leaves the checksum of what it takes to stay on the machine to a network card that is not there. */
    private void check() {
        int length = (bytes.getShort(IP + 2) & 0xffff) - (tcp - IP);
        bytes.putShort(tcp + CHECKSUM, (short) 0);
        long sum = TCP + length;
        for (int at = IP + 12; at < IP + 20; at += 2) {
            sum += bytes.getShort(at) & 0xffff;
        }
        for (int at = 0; at + 1 < length; at += 2) {
            sum += bytes.getShort(tcp + at) & 0xffff;
        }
        if (length % 2 == 1) {
            sum += (bytes.get(tcp + length - 1) & 0xff) << 8;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        bytes.putShort(tcp + CHECKSUM, (short) ~sum);
    }
}
