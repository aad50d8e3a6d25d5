package io.kaagent.it.child.raw;

import static io.kaagent.it.child.origin.Manner.APACHE;
import static io.kaagent.it.child.origin.Manner.JETTY;
import static io.kaagent.it.child.origin.Manner.NGINX;
import static io.kaagent.it.child.raw.Connections.EITHER;
import static io.kaagent.it.child.raw.Connections.REUSED;
import static io.kaagent.it.child.raw.Connections.UNTOUCHED;
import static io.kaagent.it.child.raw.Pace.RARELY;
import static io.kaagent.it.child.raw.Pace.SELDOM;

/** What clients do with a socket, apart from what they say over it. */
final class SocketIdioms {
    private SocketIdioms() {}

    static void addTo(IdiomTable table) {
        sockets(table);
        ends(table);
        leaving(table);
        waiting(table);
    }

    private static void sockets(IdiomTable table) {
        table.add("toAnAddress", REUSED, SELDOM, KindsOfSocket::toAnAddress, NGINX);
        table.add("toNames", REUSED, SELDOM, KindsOfSocket::toNames, JETTY);
        table.add("toAnAddressWithAName", REUSED, SELDOM, KindsOfSocket::toAnAddressWithAName, NGINX);
        table.add("asAStream", REUSED, SELDOM, KindsOfSocket::asAStream, NGINX);
        table.add("withATimeOut", REUSED, SELDOM, KindsOfSocket::withATimeOut, APACHE);
        table.add("withoutProxy", REUSED, SELDOM, KindsOfSocket::withoutProxy, NGINX);
        table.add("ofAFactory", REUSED, SELDOM, KindsOfSocket::ofAFactory, JETTY);
        table.add("ofAFactoryToAnAddress", REUSED, SELDOM, KindsOfSocket::ofAFactoryToAnAddress, NGINX);
        table.add("ofAFactoryThenConnected", REUSED, SELDOM, KindsOfSocket::ofAFactoryThenConnected, NGINX);
        table.add("boundByTheConstructor", UNTOUCHED, RARELY, KindsOfSocket::boundByTheConstructor, NGINX);
        table.add("boundBefore", UNTOUCHED, RARELY, KindsOfSocket::boundBefore, NGINX);
        table.add("ofASubclass", UNTOUCHED, SELDOM, KindsOfSocket::ofASubclass, NGINX);
        table.add("connectedTwice", REUSED, SELDOM, KindsOfSocket::connectedTwice, NGINX);
        table.add("optionsBeforeConnecting", REUSED, SELDOM, SocketOptions::setBeforeConnecting, NGINX);
        table.add("optionsAfterConnecting", REUSED, SELDOM, SocketOptions::setAfterConnecting, JETTY);
        table.add("optionsBetween", REUSED, SELDOM, SocketOptions::setBetweenRequestAndAnswer, NGINX);
        table.add("optionsNeverSet", REUSED, SELDOM, SocketOptions::neverSet, NGINX);
        table.add("optionsRefused", REUSED, SELDOM, SocketOptions::refused, NGINX);
        table.add("lingerForAWhile", EITHER, SELDOM, SocketOptions::lingering, NGINX);
        table.add("buffersBeforeConnecting", REUSED, SELDOM, SocketOptions::buffersBeforeConnecting, NGINX);
        table.add("buffersAfterConnecting", EITHER, SELDOM, SocketOptions::buffersAfterConnecting, NGINX);
    }

    private static void ends(IdiomTable table) {
        table.add("closeTheInputStream", REUSED, SELDOM, WaysToClose::theInputStream, NGINX);
        table.add("closeTheOutputStream", REUSED, SELDOM, WaysToClose::theOutputStream, JETTY);
        table.add("closeEverythingTwice", REUSED, SELDOM, WaysToClose::everythingTwice, NGINX);
        table.add("closeAndUseItAfterwards", REUSED, SELDOM, WaysToClose::andUsesItAfterwards, NGINX);
        table.add("closeHalf", UNTOUCHED, SELDOM, WaysToClose::halfOfIt, NGINX);
        table.add("closeHalfAfterTheRequest", UNTOUCHED, SELDOM, WaysToClose::halfOfItAfterTheRequest, JETTY);
        table.add("closeTheOtherHalf", UNTOUCHED, SELDOM, WaysToClose::theOtherHalf, NGINX);
        table.add("closeAbruptly", UNTOUCHED, SELDOM, WaysToClose::abruptly, APACHE);
        table.add("closeLingering", EITHER, SELDOM, WaysToClose::lingering, NGINX);
        table.add("readAgainAfterTheEnd", REUSED, SELDOM, AfterTheEnd::readsAgainAndAgain, NGINX, JETTY);
        table.add("writeAfterTheEnd", EITHER, SELDOM, AfterTheEnd::writesABit, NGINX, JETTY);
        table.add("shutDownAfterTheEnd", EITHER, SELDOM, AfterTheEnd::saysGoodbye, NGINX);
        table.add("lookAfterTheEnd", REUSED, SELDOM, AfterTheEnd::looksAtTheSocket, APACHE);
        table.add("closeWhileReading", EITHER, SELDOM, AfterTheEnd::closesWhileReading, NGINX);
        table.add("availableThenOneRead", REUSED, SELDOM, Available::thenOneRead, NGINX, JETTY);
        table.add("availableThenOneReadKeepingAlive", REUSED, SELDOM, Available::thenOneReadKeepingAlive, APACHE);
        table.add("availableUntilTheBodyIsThere", REUSED, SELDOM, Available::untilTheBodyIsThere, NGINX);
        table.add("availableBeforeAsking", EITHER, SELDOM, Available::beforeAsking, NGINX);
        table.add("availablePolled", REUSED, SELDOM, Available::polled, JETTY);
        table.add("oneReadsTheOtherWrites", EITHER, SELDOM, TwoThreads::oneReadsTheOtherWrites, NGINX);
        table.add("interrupted", REUSED, SELDOM, TwoThreads::interrupted, NGINX);
    }

    private static void leaving(IdiomTable table) {
        table.add("leaveAfterTheStatusLine", EITHER, SELDOM, LeaveEarly::afterTheStatusLine, NGINX);
        table.add("leaveAfterAPart", EITHER, SELDOM, LeaveEarly::afterAPartOfTheBody, JETTY);
        table.add("leaveAfterAPartOfMuch", UNTOUCHED, RARELY, LeaveEarly::afterAPartOfMuch, APACHE);
        table.hasty("leaveWithoutReading", UNTOUCHED, SELDOM, LeaveEarly::withoutReading, NGINX);
        table.hasty("leaveInTheMiddleOfTheRequest", UNTOUCHED, SELDOM, LeaveEarly::inTheMiddleOfTheRequest, NGINX);
        table.hasty("leaveWithoutAWord", UNTOUCHED, SELDOM, LeaveEarly::withoutAWord, NGINX);
        table.add("neverClosed", EITHER, RARELY, LeaveEarly::neverClosed, NGINX);
        table.add("leaveWithoutAWordAmongOthers", EITHER, SELDOM, LeaveEarly::withoutAWordAmongOthers, NGINX);
    }

    private static void waiting(IdiomTable table) {
        table.add("timeOutNotReached", REUSED, SELDOM, TimeOuts::notReached, NGINX);
        table.hasty("timeOutThenClose", UNTOUCHED, RARELY, TimeOuts::thenCloses, NGINX);
        table.hasty("timeOutThenCloseBefore", UNTOUCHED, RARELY, TimeOuts::thenClosesBeforeTheAnswer, JETTY);
        table.add("timeOutAmidTheBodyThenClose", EITHER, RARELY, TimeOuts::amidTheBodyThenCloses, APACHE);
        table.add("timeOutThenReadOn", EITHER, RARELY, TimeOuts::thenReadsOn, NGINX);
        table.add("timeOutAmidTheBodyThenReadOn", EITHER, RARELY, TimeOuts::amidTheBodyThenReadsOn, JETTY);
        table.add("listeningFirst", EITHER, RARELY, LeaveEarly::listeningFirst, NGINX);
        table.hasty("closedByAnother", UNTOUCHED, RARELY, TwoThreads::closedByAnother, NGINX);
        table.add("closedByAnotherAmidTheBody", UNTOUCHED, RARELY, TwoThreads::closedByAnotherAmidTheBody, JETTY);
    }
}
