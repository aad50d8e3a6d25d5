package io.kaagent.it.child.raw;

import static io.kaagent.it.child.origin.Manner.APACHE;
import static io.kaagent.it.child.origin.Manner.JETTY;
import static io.kaagent.it.child.origin.Manner.NGINX;
import static io.kaagent.it.child.origin.Manner.OLD;
import static io.kaagent.it.child.raw.Connections.REUSED;
import static io.kaagent.it.child.raw.Connections.UNTOUCHED;

import io.kaagent.it.child.origin.Manner;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The table of all idioms. */
public final class Idioms {
    private static final int ALWAYS = 1;
    private static final int SELDOM = 4;
    private static final int WAITING = 40;

    private final List<IdiomCase> cases = new ArrayList<>();

    private Idioms() {
        toTheEnd();
        byLength();
        asText();
        inPieces();
    }

    public static List<IdiomCase> all() {
        return Collections.unmodifiableList(new Idioms().cases);
    }

    static IdiomCase named(String name) {
        for (IdiomCase each : all()) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        throw new IllegalArgumentException(name);
    }

    private void toTheEnd() {
        add("askingToClose", REUSED, ALWAYS, ReadToTheEnd::askingToClose, NGINX, APACHE, JETTY);
        add("askingInLowerCase", REUSED, SELDOM, ReadToTheEnd::askingInLowerCase, NGINX, APACHE, JETTY);
        add("ofUnknownLength", REUSED, ALWAYS, ReadToTheEnd::ofUnknownLength, NGINX, APACHE, JETTY);
        add("ofAllKinds", REUSED, SELDOM, ReadToTheEnd::ofAllKinds, NGINX, APACHE, JETTY);
        add("oldWithoutHost", REUSED, ALWAYS, ReadToTheEnd::oldWithoutHost, NGINX, APACHE, JETTY);
        add("oldWithFields", REUSED, SELDOM, ReadToTheEnd::oldWithFields, NGINX, APACHE, JETTY);
        add("oldOfUnknownLength", UNTOUCHED, SELDOM, ReadToTheEnd::oldOfUnknownLength, NGINX, JETTY);
        add("oldToAnOldServer", UNTOUCHED, SELDOM, ReadToTheEnd::oldWithoutHost, OLD);
        add("newToAnOldServer", UNTOUCHED, SELDOM, ReadToTheEnd::ofAllKinds, OLD);
        add("simple", UNTOUCHED, SELDOM, ReadToTheEnd::simple, NGINX);
    }

    private void byLength() {
        add("lengthThenClose", REUSED, ALWAYS, ReadByLength::thenClose, NGINX, APACHE, JETTY);
        add("sayingKeepAlive", REUSED, SELDOM, ReadByLength::sayingKeepAlive, NGINX, APACHE, JETTY);
        add("oldSayingKeepAlive", REUSED, SELDOM, ReadByLength::oldSayingKeepAlive, NGINX, APACHE, JETTY);
        add("lengthAskingToClose", REUSED, SELDOM, ReadByLength::askingToClose, NGINX, APACHE, JETTY);
        add("chunks", REUSED, ALWAYS, ReadByLength::inChunks, NGINX, APACHE, JETTY);
        add("chunksWithTrailer", REUSED, SELDOM, ReadByLength::inChunksWithTrailer, JETTY);
        add("chunksAskingToClose", REUSED, SELDOM, ReadByLength::inChunksAskingToClose, NGINX, APACHE, JETTY);
        add("afterAnInterimAnswer", REUSED, SELDOM, ReadByLength::afterAnInterimAnswer, NGINX);
        add("readFully", REUSED, ALWAYS, ReadByLength::readFully, NGINX);
        add("untilTheExpectedText", REUSED, SELDOM, ReadByLength::untilTheExpectedText, JETTY);
    }

    private void asText() {
        add("byLinesToNull", REUSED, ALWAYS, ReadAsText::byLinesToNull, NGINX, JETTY);
        add("byLinesOfBytes", REUSED, SELDOM, ReadAsText::byLinesOfBytes, APACHE);
        add("byScanner", REUSED, SELDOM, ReadAsText::byScanner, JETTY);
        add("byteByByte", REUSED, SELDOM, ReadAsText::byteByByte, APACHE);
        add("withTheRestOfInputStream", REUSED, SELDOM, ReadAsText::withTheRestOfInputStream, JETTY);
    }

    private void inPieces() {
        add("byPrintWriter", REUSED, ALWAYS, WrittenInPieces::byPrintWriter, JETTY);
        add("byPrintStream", REUSED, SELDOM, WrittenInPieces::byPrintStream, NGINX);
        add("byWriteBytes", REUSED, SELDOM, WrittenInPieces::byWriteBytes, NGINX);
        add("byBufferedWriter", REUSED, SELDOM, WrittenInPieces::byBufferedWriter, APACHE);
        add("headAndBodyApart", REUSED, SELDOM, WrittenInPieces::headAndBodyApart, NGINX);
    }

    private void add(String name, Connections connections, int share, Idiom idiom, Manner... manners) {
        for (Manner manner : manners) {
            cases.add(new IdiomCase(name, manner, connections, share, false, idiom));
        }
    }
}
