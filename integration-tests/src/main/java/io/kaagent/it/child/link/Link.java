package io.kaagent.it.child.link;

import io.kaagent.it.child.Control;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Carries each packet of one host to the other, or does not. To both it is the far end of a VXLAN. */
public final class Link {
    private static final int VXLAN = 4789;
    private static final int LARGEST = 1 << 16;
    private static final int BUFFERED = 1 << 20;

    private final InetSocketAddress one;
    private final InetSocketAddress other;
    private final Weather weather = new Weather();
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "late");
        thread.setDaemon(true);
        return thread;
    });

    private Link(String one, String other) {
        this.one = new InetSocketAddress(one, VXLAN);
        this.other = new InetSocketAddress(other, VXLAN);
    }

    /** @param arguments the addresses of the two hosts */
    public static void main(String[] arguments) throws IOException {
        Link link = new Link(arguments[0], arguments[1]);
        DatagramChannel channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFERED);
        channel.bind(new InetSocketAddress(VXLAN));
        Thread carrier = new Thread(() -> link.carry(channel), "carrier");
        carrier.setDaemon(true);
        carrier.start();
        Control.obey(link.weather::handle);
    }

    private void carry(DatagramChannel channel) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(LARGEST);
        try {
            while (true) {
                buffer.clear();
                SocketAddress from = channel.receive(buffer);
                buffer.flip();
                Packet packet = Packet.of(buffer);
                boolean there = isFrom(one, from);
                if (packet != null && weather.lets(packet, there)) {
                    send(channel, packet.datagram(), there ? other : one);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(DatagramChannel channel, ByteBuffer datagram, InetSocketAddress to) {
        long micros = weather.delayMicros();
        if (micros == 0) {
            deliver(channel, datagram, to);
        } else {
            late.schedule(() -> deliver(channel, datagram, to), micros, TimeUnit.MICROSECONDS);
        }
    }

    /** Where the other host is gone the packet is, too. */
    private void deliver(DatagramChannel channel, ByteBuffer datagram, InetSocketAddress to) {
        try {
            channel.send(datagram, to);
        } catch (IOException e) {
            weather.lost();
        }
    }

    private static boolean isFrom(InetSocketAddress host, SocketAddress from) {
        return host.getAddress().equals(((InetSocketAddress) from).getAddress());
    }
}
