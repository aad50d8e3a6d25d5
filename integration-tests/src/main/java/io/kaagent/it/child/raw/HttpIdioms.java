package io.kaagent.it.child.raw;

import static io.kaagent.it.child.origin.Manner.APACHE;
import static io.kaagent.it.child.origin.Manner.FORGETFUL;
import static io.kaagent.it.child.origin.Manner.JETTY;
import static io.kaagent.it.child.origin.Manner.NGINX;
import static io.kaagent.it.child.origin.Manner.OLD;
import static io.kaagent.it.child.raw.Connections.EITHER;
import static io.kaagent.it.child.raw.Connections.REUSED;
import static io.kaagent.it.child.raw.Connections.UNTOUCHED;
import static io.kaagent.it.child.raw.Pace.OFTEN;
import static io.kaagent.it.child.raw.Pace.RARELY;
import static io.kaagent.it.child.raw.Pace.SELDOM;

/** What clients ask for, and how they read the answer. */
final class HttpIdioms {
    private HttpIdioms() {}

    static void addTo(IdiomTable table) {
        toTheEnd(table);
        fromAForgetfulServer(table);
        byLength(table);
        asText(table);
        inPieces(table);
        methods(table);
        oddRequests(table);
        oddAnswers(table);
        severalRequests(table);
    }

    private static void toTheEnd(IdiomTable table) {
        table.add("askingToClose", REUSED, OFTEN, ReadToTheEnd::askingToClose, NGINX, APACHE, JETTY);
        table.add("askingInLowerCase", REUSED, SELDOM, ReadToTheEnd::askingInLowerCase, NGINX, APACHE, JETTY);
        table.add("ofUnknownLength", REUSED, OFTEN, ReadToTheEnd::ofUnknownLength, NGINX, JETTY);
        table.add("ofUnknownLength", REUSED, SELDOM, ReadToTheEnd::ofUnknownLength, APACHE);
        table.add("ofAllKinds", REUSED, SELDOM, ReadToTheEnd::ofAllKinds, NGINX, APACHE, JETTY);
        table.add("ofAllKindsButTheFirst", EITHER, SELDOM, ReadToTheEnd::ofAllKindsButTheFirst, JETTY);
        table.add("oldWithoutHost", REUSED, OFTEN, ReadToTheEnd::oldWithoutHost, NGINX);
        table.add("oldWithoutHost", REUSED, SELDOM, ReadToTheEnd::oldWithoutHost, APACHE, JETTY);
        table.add("oldWithFields", REUSED, SELDOM, ReadToTheEnd::oldWithFields, NGINX, APACHE, JETTY);
        table.add("oldOfUnknownLength", UNTOUCHED, SELDOM, ReadToTheEnd::oldOfUnknownLength, NGINX, JETTY);
        table.add("oldToAnOldServer", UNTOUCHED, SELDOM, ReadToTheEnd::oldWithoutHost, OLD);
        table.add("newToAnOldServer", UNTOUCHED, SELDOM, ReadToTheEnd::ofAllKinds, OLD);
        table.add("simple", UNTOUCHED, SELDOM, ReadToTheEnd::simple, NGINX);
    }

    private static void fromAForgetfulServer(IdiomTable table) {
        table.add("askingToClose", EITHER, SELDOM, ReadToTheEnd::askingToClose, FORGETFUL);
        table.add("ofAllKinds", EITHER, SELDOM, ReadToTheEnd::ofAllKinds, FORGETFUL);
        table.add("oldWithoutHost", EITHER, SELDOM, ReadToTheEnd::oldWithoutHost, FORGETFUL);
        table.add("lengthThenClose", EITHER, SELDOM, ReadByLength::thenClose, FORGETFUL);
        table.add("chunks", EITHER, SELDOM, ReadByLength::inChunks, FORGETFUL);
    }

    private static void byLength(IdiomTable table) {
        table.add("lengthThenClose", REUSED, OFTEN, ReadByLength::thenClose, NGINX);
        table.add("lengthThenClose", REUSED, SELDOM, ReadByLength::thenClose, APACHE, JETTY);
        table.add("sayingKeepAlive", REUSED, SELDOM, ReadByLength::sayingKeepAlive, NGINX, APACHE, JETTY);
        table.add("oldSayingKeepAlive", REUSED, SELDOM, ReadByLength::oldSayingKeepAlive, NGINX, APACHE, JETTY);
        table.add("lengthAskingToClose", REUSED, SELDOM, ReadByLength::askingToClose, NGINX, APACHE, JETTY);
        table.add("chunks", REUSED, OFTEN, ReadByLength::inChunks, JETTY);
        table.add("chunks", REUSED, SELDOM, ReadByLength::inChunks, NGINX, APACHE);
        table.add("chunksWithTrailer", REUSED, SELDOM, ReadByLength::inChunksWithTrailer, JETTY);
        table.add("chunksAskingToClose", REUSED, SELDOM, ReadByLength::inChunksAskingToClose, NGINX, APACHE, JETTY);
        table.add("afterAnInterimAnswer", EITHER, SELDOM, ReadByLength::afterAnInterimAnswer, NGINX);
        table.add("readFully", REUSED, SELDOM, ReadByLength::readFully, NGINX);
        table.add("untilTheExpectedText", REUSED, SELDOM, ReadByLength::untilTheExpectedText, JETTY);
    }

    private static void asText(IdiomTable table) {
        table.add("byLinesToNull", REUSED, OFTEN, ReadAsText::byLinesToNull, JETTY);
        table.add("byLinesOfBytes", REUSED, SELDOM, ReadAsText::byLinesOfBytes, APACHE);
        table.add("byScanner", REUSED, SELDOM, ReadAsText::byScanner, JETTY);
        table.add("byteByByte", REUSED, SELDOM, ReadAsText::byteByByte, APACHE);
        table.add("withTheRestOfInputStream", REUSED, SELDOM, ReadAsText::withTheRestOfInputStream, JETTY);
    }

    private static void inPieces(IdiomTable table) {
        table.add("byPrintWriter", REUSED, OFTEN, WrittenInPieces::byPrintWriter, NGINX);
        table.add("byPrintStream", REUSED, SELDOM, WrittenInPieces::byPrintStream, NGINX);
        table.add("byWriteBytes", REUSED, SELDOM, WrittenInPieces::byWriteBytes, NGINX);
        table.add("byBufferedWriter", REUSED, SELDOM, WrittenInPieces::byBufferedWriter, APACHE);
        table.add("headAndBodyApart", REUSED, SELDOM, WrittenInPieces::headAndBodyApart, NGINX);
    }

    private static void methods(IdiomTable table) {
        table.add("head", REUSED, SELDOM, Methods::head, NGINX, JETTY);
        table.add("headKeepingAlive", REUSED, SELDOM, Methods::headKeepingAlive, APACHE);
        table.add("post", REUSED, OFTEN, Methods::post, APACHE);
        table.add("postAskingToClose", REUSED, SELDOM, Methods::postAskingToClose, NGINX, JETTY);
        table.add("oldPost", REUSED, SELDOM, Methods::oldPost, APACHE);
        table.add("postWithALineTooMany", EITHER, SELDOM, Methods::postWithALineTooMany, NGINX);
        table.add("postInChunks", REUSED, SELDOM, Methods::postInChunks, JETTY);
        table.add("postMuch", REUSED, RARELY, Methods::postMuch, NGINX);
        table.add("postAfterContinue", EITHER, SELDOM, Methods::postAfterContinue, APACHE);
        table.add("postAfterContinueAskingToClose", EITHER, SELDOM, Methods::postAfterContinueAskingToClose, JETTY);
        table.add("postWithoutWaitingForContinue", EITHER, SELDOM, Methods::postWithoutWaitingForContinue, NGINX);
        table.add("put", REUSED, SELDOM, Methods::put, NGINX);
        table.add("delete", REUSED, SELDOM, Methods::delete, JETTY);
        table.add("options", REUSED, SELDOM, Methods::options, APACHE);
        table.add("propfind", REUSED, SELDOM, Methods::propfind, APACHE);
    }

    private static void oddRequests(IdiomTable table) {
        table.add("closeAmongOthers", EITHER, SELDOM, OddRequests::closeAmongOthers, NGINX);
        table.add("closeAndKeepAlive", EITHER, SELDOM, OddRequests::closeAndKeepAlive, APACHE);
        table.add("foldedFields", EITHER, SELDOM, OddRequests::foldedFields, JETTY);
        table.add("requestOfBareLineFeeds", EITHER, SELDOM, OddRequests::bareLineFeeds, NGINX);
        table.add("emptyLineFirst", EITHER, SELDOM, OddRequests::emptyLineFirst, NGINX);
        table.add("methodInLowerCase", EITHER, SELDOM, OddRequests::methodInLowerCase, JETTY);
        table.add("wholeUrl", EITHER, SELDOM, OddRequests::wholeUrl, APACHE);
        table.add("proxyConnection", EITHER, SELDOM, OddRequests::proxyConnection, NGINX);
        table.add("largeRequestField", REUSED, SELDOM, OddRequests::largeField, NGINX);
        table.add("credentialsOfTheRequest", REUSED, SELDOM, OddRequests::credentialsOfTheRequest, NGINX);
        table.add("credentialsOfNtlm", UNTOUCHED, SELDOM, OddRequests::credentialsOfNtlm, NGINX);
        table.add("credentialsOfKerberos", UNTOUCHED, SELDOM, OddRequests::credentialsOfKerberos, JETTY);
        table.add("malformed", UNTOUCHED, SELDOM, OddRequests::malformed, NGINX);
    }

    private static void oddAnswers(IdiomTable table) {
        table.add("megabyteToTheEnd", REUSED, RARELY, OddAnswers::megabyteToTheEnd, NGINX);
        table.add("megabyteOfUnknownLength", REUSED, RARELY, OddAnswers::megabyteOfUnknownLength, APACHE, JETTY);
        table.add("megabyteByLength", REUSED, RARELY, OddAnswers::megabyteByLength, NGINX);
        table.add("megabyteInChunks", REUSED, RARELY, OddAnswers::megabyteInChunks, NGINX);
        table.add("largeField", REUSED, SELDOM, OddAnswers::largeField, NGINX, JETTY);
        table.add("hugeField", EITHER, RARELY, OddAnswers::hugeField, APACHE);
        table.add("bareLineFeeds", EITHER, SELDOM, OddAnswers::bareLineFeeds, NGINX, JETTY);
        table.add("bareLineFeedsKeepingAlive", EITHER, SELDOM, OddAnswers::bareLineFeedsKeepingAlive, NGINX);
        table.add("noContent", REUSED, SELDOM, OddAnswers::noContent, APACHE);
        table.add("notModified", REUSED, SELDOM, OddAnswers::notModified, NGINX);
    }

    private static void severalRequests(IdiomTable table) {
        table.add("oneAfterTheOther", REUSED, SELDOM, SeveralRequests::oneAfterTheOther, NGINX, JETTY);
        table.add("theLastAskingToClose", REUSED, SELDOM, SeveralRequests::theLastAskingToClose, APACHE, JETTY);
        table.add("pipelined", EITHER, SELDOM, SeveralRequests::pipelined, NGINX);
        table.add("pipelinedAskingToClose", EITHER, SELDOM, SeveralRequests::pipelinedAskingToClose, NGINX, JETTY);
        table.add("overlapping", EITHER, SELDOM, SeveralRequests::overlapping, APACHE);
        table.add("anotherAfterTheEnd", EITHER, SELDOM, SeveralRequests::anotherAfterTheEnd, NGINX, JETTY);
    }
}
