package io.kaagent.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ResourceLeakDetector;
import java.util.Arrays;

/**
 * Netty's decoders, with room for long heads, else as they are out of the box. Behind the stream comes one more message: only where it
 * arrives as one of its own was there nothing left over.
 */
final class NettyReader implements StreamReader {
    private static final String PROBE_TARGET = "/-probe-";
    private static final int PROBE_STATUS = 299;
    private static final byte[] PROBE_REQUEST = Fed.bytes("GET " + PROBE_TARGET + " HTTP/1.1\r\n\r\n");
    private static final byte[] PROBE_RESPONSE =
            Fed.bytes("HTTP/1.1 " + PROBE_STATUS + " Probe\r\nContent-Length: 0\r\n\r\n");

    private static final byte[] NONE = {};

    static {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED); // arrays on the heap are left to it
    }

    private final HttpDecoderConfig config =
            new HttpDecoderConfig().setMaxInitialLineLength(1 << 20).setMaxHeaderSize(1 << 20);

    private final boolean probing;

    /**
     * @param lenientLines let lines end with LF alone
     * @param probing send that one more message; without it, only whole messages are told
     */
    NettyReader(boolean lenientLines, boolean probing) {
        this.probing = probing;
        if (lenientLines) {
            config.setStrictLineParsing(false);
        }
    }

    @Override
    public Reading requests(byte[] stream, int length) {
        return read(
                new EmbeddedChannel(new HttpRequestDecoder(config)), stream, length, probing ? PROBE_REQUEST : NONE);
    }

    @Override
    public Reading responses(byte[] stream, int length, boolean[] toHead) {
        return read(
                new EmbeddedChannel(new Responses(config, toHead)), stream, length, probing ? PROBE_RESPONSE : NONE);
    }

    private static Reading read(EmbeddedChannel channel, byte[] stream, int length, byte[] probe) {
        byte[] bytes = Arrays.copyOf(stream, length + probe.length);
        System.arraycopy(probe, 0, bytes, length, probe.length);
        channel.writeInbound(Unpooled.wrappedBuffer(bytes));
        Reading reading = new Reading();
        HttpMessage message = null;
        boolean open = false;
        for (Object part = channel.readInbound(); part != null; part = channel.readInbound()) {
            if (part instanceof ByteBuf) { // of another protocol, behind 101
                return reading;
            }
            if (((DecoderResultProvider) part).decoderResult().isFailure()) {
                reading.end = Reading.REFUSED;
                return reading;
            }
            if (part instanceof HttpMessage head) {
                message = head;
                open = true;
            }
            if (part instanceof HttpContent content) {
                byte[] payload = bytes(content.content());
                reading.payload(payload, 0, payload.length);
                open = !(part instanceof LastHttpContent);
            }
            if (!open && isProbe(message)) {
                reading.end = Reading.BETWEEN;
                return reading;
            }
            if (!open && !isInterim(message)) {
                reading.endMessage(HttpUtil.isKeepAlive(message), -1);
            }
        }
        reading.end = open && isUntilClose(message) ? Reading.UNTIL_CLOSE : Reading.WITHIN;
        return reading;
    }

    private static byte[] bytes(ByteBuf content) {
        byte[] bytes = new byte[content.readableBytes()];
        content.readBytes(bytes);
        return bytes;
    }

    private static boolean isProbe(HttpMessage message) {
        return message instanceof HttpRequest request
                ? request.uri().equals(PROBE_TARGET)
                : ((HttpResponse) message).status().code() == PROBE_STATUS;
    }

    private static boolean isInterim(HttpMessage message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static boolean isUntilClose(HttpMessage message) {
        return message instanceof HttpResponse
                && !HttpUtil.isContentLengthSet(message)
                && !HttpUtil.isTransferEncodingChunked(message);
    }

    private static final class Responses extends HttpResponseDecoder {
        private final boolean[] toHead;
        private int answer;

        Responses(HttpDecoderConfig config, boolean[] toHead) {
            super(config);
            this.toHead = toHead;
        }

        @Override
        protected boolean isContentAlwaysEmpty(HttpMessage message) {
            boolean empty = super.isContentAlwaysEmpty(message);
            return isInterim(message) ? empty : OurReader.isToHead(toHead, answer++) || empty;
        }
    }
}
