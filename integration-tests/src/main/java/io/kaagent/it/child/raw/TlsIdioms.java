package io.kaagent.it.child.raw;

import static io.kaagent.it.child.origin.Manner.APACHE;
import static io.kaagent.it.child.origin.Manner.HANGING_UP;
import static io.kaagent.it.child.origin.Manner.JETTY;
import static io.kaagent.it.child.origin.Manner.NGINX;
import static io.kaagent.it.child.origin.Manner.PLAIN_TEXT;
import static io.kaagent.it.child.origin.Manner.RESETTING;
import static io.kaagent.it.child.origin.Manner.SILENT;
import static io.kaagent.it.child.raw.Connections.EITHER;
import static io.kaagent.it.child.raw.Connections.REUSED;
import static io.kaagent.it.child.raw.Connections.UNTOUCHED;
import static io.kaagent.it.child.raw.Pace.RARELY;
import static io.kaagent.it.child.raw.Pace.SELDOM;

/** What clients do that is particular to TLS. */
final class TlsIdioms {
    private TlsIdioms() {}

    static void addTo(IdiomTable table) {
        looks(table);
        handshakes(table);
        failures(table);
        checks(table);
        ends(table);
    }

    private static void looks(IdiomTable table) {
        table.add("looksAtTlsAllAlong", REUSED, SELDOM, TlsLooks::allAlong, NGINX);
        table.add("looksAtTheSessionFirst", REUSED, SELDOM, TlsLooks::atTheSessionFirst, JETTY);
        table.add("looksAtTheSessionLast", REUSED, SELDOM, TlsLooks::atTheSessionLast, NGINX);
        table.add("looksAtTlsAfterClosing", REUSED, SELDOM, TlsLooks::afterClosing, APACHE);
        table.add("usesTlsAfterClosing", REUSED, SELDOM, TlsLooks::usesItAfterClosing, NGINX);
        table.hasty("closesTlsUnused", UNTOUCHED, SELDOM, TlsLooks::closedUnused, NGINX);
        table.add("availableOnceRead", REUSED, SELDOM, TlsLooks::availableOnceRead, NGINX, JETTY);
        table.add("invalidatesTheSession", EITHER, SELDOM, TlsLooks::invalidatesTheSession, NGINX);
        table.add("tlsReadByTwo", EITHER, SELDOM, TlsEnds::readByTwo, NGINX);
    }

    private static void handshakes(IdiomTable table) {
        table.add("handshakeFirst", REUSED, SELDOM, TlsHandshakes::first, NGINX);
        table.add("handshakeHeardOf", REUSED, SELDOM, TlsHandshakes::heardOf, NGINX);
        table.add("handshakeHeardOfAtFirst", REUSED, SELDOM, TlsHandshakes::heardOfAtFirst, JETTY);
        table.add("handshakeTwice", EITHER, SELDOM, TlsHandshakes::twice, NGINX);
        table.add("handshakeAfterAnExchange", EITHER, SELDOM, TlsHandshakes::afterAnExchange, NGINX);
        table.add("handshakeByTheServerBefore", EITHER, SELDOM, TlsHandshakes::byTheServerBefore, NGINX);
        table.add("handshakeByTheServerAmid", EITHER, SELDOM, TlsHandshakes::byTheServerAmid, JETTY);
        table.add("handshakeByTheServerAfter", EITHER, SELDOM, TlsHandshakes::byTheServerAfter, NGINX);
    }

    private static void failures(IdiomTable table) {
        table.add("resetInTheHandshake", UNTOUCHED, SELDOM, TlsFailures::explicit, RESETTING);
        table.add("hungUpInTheHandshake", UNTOUCHED, SELDOM, TlsFailures::explicit, HANGING_UP);
        table.add("answeredInPlainText", UNTOUCHED, SELDOM, TlsFailures::explicit, PLAIN_TEXT);
        table.add("hungUpOnTheSession", UNTOUCHED, SELDOM, TlsFailures::bySession, HANGING_UP);
        table.add("hungUpOnTheRequest", UNTOUCHED, SELDOM, TlsFailures::byWriting, HANGING_UP);
        table.add("hungUpOnTheReader", UNTOUCHED, SELDOM, TlsFailures::byReading, HANGING_UP);
        table.add("timeOutInTheHandshake", UNTOUCHED, RARELY, TlsFailures::inTime, SILENT);
        table.add("noCommonProtocol", UNTOUCHED, SELDOM, TlsFailures::noCommonProtocol, NGINX);
        table.add("untrusted", UNTOUCHED, SELDOM, TlsFailures::untrusted, NGINX);
        table.add("untrustedAmongOthers", EITHER, SELDOM, TlsFailures::untrustedAmongOthers, NGINX);
        table.add("noNewSession", UNTOUCHED, SELDOM, TlsFailures::noNewSession, NGINX);
    }

    private static void checks(IdiomTable table) {
        table.add("rightName", REUSED, SELDOM, TlsChecks::rightName, NGINX);
        table.add("wrongName", UNTOUCHED, SELDOM, TlsChecks::wrongName, NGINX);
        table.add("wrongNameAmongOthers", EITHER, SELDOM, TlsChecks::wrongNameAmongOthers, NGINX);
        table.add("serverName", REUSED, SELDOM, TlsChecks::serverName, NGINX);
        table.add("oneSuite", REUSED, SELDOM, TlsChecks::oneSuite, NGINX);
        table.add("applicationProtocols", REUSED, SELDOM, TlsChecks::applicationProtocols, NGINX);
        table.add("newContextEachTime", REUSED, SELDOM, TlsChecks::newContextEachTime, NGINX);
    }

    private static void ends(IdiomTable table) {
        table.add("cutByClose", UNTOUCHED, SELDOM, TlsEnds::cutByClose, NGINX);
        table.add("cutByFin", UNTOUCHED, SELDOM, TlsEnds::cutByFin, NGINX);
        table.add("cutByReset", UNTOUCHED, SELDOM, TlsEnds::cutByReset, NGINX);
        table.add("cutAtTheEndByClose", EITHER, SELDOM, TlsEnds::cutAtTheEndByClose, JETTY);
        table.add("cutAtTheEndByFin", EITHER, SELDOM, TlsEnds::cutAtTheEndByFin, NGINX);
        table.add("cutAtTheEndByReset", EITHER, SELDOM, TlsEnds::cutAtTheEndByReset, NGINX);
        table.add("unknownLengthCutByFin", UNTOUCHED, SELDOM, TlsEnds::unknownLengthCutByFin, JETTY);
        table.add("leavesThePlainSocket", UNTOUCHED, SELDOM, TlsEnds::leavesThePlainSocket, NGINX);
        table.add("closesThePlainSocket", EITHER, SELDOM, TlsEnds::closesThePlainSocket, NGINX);
        table.add("closesThePlainSocketAtTheEnd", EITHER, SELDOM, TlsEnds::closesThePlainSocketAtTheEnd, JETTY);
        table.add("shutsDownOutput", UNTOUCHED, SELDOM, TlsEnds::shutsDownOutput, NGINX);
        table.add("shutsDownInput", UNTOUCHED, SELDOM, TlsEnds::shutsDownInput, NGINX);
        table.add("closesTheStreamWhileItIsRead", EITHER, SELDOM, TlsEnds::closesTheStreamWhileItIsRead, NGINX);
    }
}
